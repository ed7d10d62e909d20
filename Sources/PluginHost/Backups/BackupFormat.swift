/// A backup as one file: a head, the store's chain key, its data, and what tells damage and
/// forgery.
///
///     "steward backup 2\n"   17 bytes
///     mark                    8 bytes, by which the master key is recognized
///     chain key              32 bytes
///     length of the data      8 bytes, big-endian
///     data                   an LMDB data file
///     digest                 32 bytes: SHA-256 of everything before
///     code                   32 bytes: HMAC-SHA-256 of everything before, under a key of the host
///
/// The digest tells a damaged file from a forged one: that which anybody can compute from that
/// which only the host can.
enum BackupFormat {
  static let head = Array("steward backup 2\n".utf8)
  static let markLength = 8
  static let keyLength = 32
  static let digestLength = 32
  static let codeLength = 32
  /// What precedes the data.
  static let prefixLength = head.count + markLength + keyLength + 8

  /// What stands before the data.
  struct Prefix: Hashable {
    var mark: [UInt8]
    var chainKey: [UInt8]
    var dataLength: UInt64

    var bytes: [UInt8] {
      head + mark + chainKey + withUnsafeBytes(of: dataLength.bigEndian) { Array($0) }
    }
  }

  /// Returns what a prefix says; `nil` if it is the beginning of something else.
  static func parse(_ prefix: [UInt8]) -> Prefix? {
    guard prefix.count == prefixLength, prefix.starts(with: head) else { return nil }
    let fields = prefix.dropFirst(head.count)
    return Prefix(
      mark: Array(fields.prefix(markLength)),
      chainKey: Array(fields.dropFirst(markLength).prefix(keyLength)),
      dataLength: fields.suffix(8).reduce(0) { $0 << 8 | UInt64($1) })
  }

  /// The names in a store's directory.
  static let dataFile = "data.mdb"
  static let keyFile = "chain.key"
}
