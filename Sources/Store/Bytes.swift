internal import Crypto

extension UInt64 {
  /// Eight bytes that sort in the order of the numbers.
  var bigEndianBytes: [UInt8] {
    withUnsafeBytes(of: bigEndian) { Array($0) }
  }

  /// Creates a number from the first eight bytes, or 0 if there are fewer.
  init(bigEndian bytes: RawSpan) {
    guard bytes.byteCount >= 8 else {
      self = 0
      return
    }
    self.init(bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self))
  }
}

extension Array where Element == UInt8 {
  /// Creates a copy of lent bytes.
  init(copying bytes: RawSpan) {
    self = bytes.withUnsafeBytes { Array($0) }
  }
}

extension SHA256 {
  /// Returns the digest of some bytes.
  static func bytes(of data: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    data.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return hash.finalize().withUnsafeBytes { Array($0) }
  }
}
