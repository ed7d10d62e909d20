internal import Platform

// The escapes of surrogate pairs in JSON, converted for YAML.
//
// JSON writes a character beyond the first 65,536 as two escapes, `\ud83d\ude00`. YAML writes it
// as one, `\U0001F600`. In all else, JSON is a part of YAML.
extension String {
  /// The text with each surrogate pair written as one escape.
  var joiningSurrogateEscapes: String {
    guard contains("\\u") else { return self }
    let bytes = Array(utf8)
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let length: Int
      if let scalar = Self.surrogatePair(bytes[position...]) {
        result += Array("\\U\(Hexadecimal.text(scalar, width: 8))".utf8)
        length = 12
      } else {
        length = bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        result += bytes[position...].prefix(length)
      }
      position += length
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func surrogatePair(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    guard let high = codeUnit(bytes), UTF16.isLeadSurrogate(high),
      let low = codeUnit(bytes.dropFirst(6)), UTF16.isTrailSurrogate(low)
    else { return nil }
    return 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
  }

  private static func codeUnit(_ bytes: ArraySlice<UInt8>) -> UInt16? {
    guard bytes.count >= 6, bytes.starts(with: Array("\\u".utf8)) else { return nil }
    return UInt16(String(decoding: bytes.dropFirst(2).prefix(4), as: UTF8.self), radix: 16)
  }
}
