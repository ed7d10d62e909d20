/// A backup as one file: a head, the store's chain key, its data, and a digest of all of that.
///
///     "steward backup 1\n"   17 bytes
///     chain key              32 bytes
///     length of the data      8 bytes, big-endian
///     data                   an LMDB data file
///     digest                 32 bytes: SHA-256 of everything before
enum BackupFormat {
  static let head = Array("steward backup 1\n".utf8)
  static let keyLength = 32
  static let digestLength = 32
  /// What precedes the data.
  static let prefixLength = head.count + keyLength + 8

  static func prefix(chainKey: [UInt8], dataLength: UInt64) -> [UInt8] {
    head + chainKey + withUnsafeBytes(of: dataLength.bigEndian) { Array($0) }
  }

  /// Returns what a prefix says; `nil` if it is the beginning of something else.
  static func parse(_ prefix: [UInt8]) -> (chainKey: [UInt8], dataLength: UInt64)? {
    guard prefix.count == prefixLength, prefix.starts(with: head) else { return nil }
    let key = Array(prefix[head.count..<head.count + keyLength])
    return (key, prefix.suffix(8).reduce(0) { $0 << 8 | UInt64($1) })
  }

  /// The names in a store's directory.
  static let dataFile = "data.mdb"
  static let keyFile = "chain.key"
}
