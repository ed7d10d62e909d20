/// The format of a backup as one file: a head, the store's chain key, its data, and two values that
/// reveal damage and forgery.
///
///     "steward backup 2\n"   17 bytes
///     mark                    8 bytes, by which the master key is recognized
///     chain key              32 bytes
///     length of the data      8 bytes, big-endian
///     data                   an LMDB data file
///     digest                 32 bytes: SHA-256 of everything before
///     code                   32 bytes: HMAC-SHA-256 of everything before, under a key of the host
///
/// The digest distinguishes a damaged file from a forged one: any program can compute the digest,
/// but only the host can compute the code.
enum BackupFormat {
  static let head = Array("steward backup 2\n".utf8)
  static let markLength = 8
  static let keyLength = 32
  static let digestLength = 32
  static let codeLength = 32
  /// The length of everything before the data.
  static let prefixLength = head.count + markLength + keyLength + 8

  /// The part of the file before the data.
  struct Prefix: Hashable {
    var mark: [UInt8]
    var chainKey: [UInt8]
    var dataLength: UInt64

    var bytes: [UInt8] {
      head + mark + chainKey + withUnsafeBytes(of: dataLength.bigEndian) { Array($0) }
    }
  }

  /// Parses a prefix. Returns `nil` if the bytes are the beginning of something else.
  static func parse(_ prefix: [UInt8]) -> Prefix? {
    guard prefix.count == prefixLength, prefix.starts(with: head) else { return nil }
    let fields = prefix.dropFirst(head.count)
    return Prefix(
      mark: Array(fields.prefix(markLength)),
      chainKey: Array(fields.dropFirst(markLength).prefix(keyLength)),
      dataLength: fields.suffix(8).reduce(0) { $0 << 8 | UInt64($1) })
  }

  /// The names of the files in a store's directory.
  static let dataFile = "data.mdb"
  static let keyFile = "chain.key"
}
