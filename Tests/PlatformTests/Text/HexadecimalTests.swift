import Platform
import Testing

@Suite("Hexadecimal digits")
struct HexadecimalTests {
  @Test("Bytes have two lower-case digits each, and are read back from them")
  func bytes() {
    #expect(Hexadecimal.text([0x00, 0x0F, 0xA0, 0xFF]) == "000fa0ff")
    #expect(Hexadecimal.bytes("000fa0ff".utf8) == [0x00, 0x0F, 0xA0, 0xFF])
    #expect(Hexadecimal.bytes("".utf8) == [])
  }

  @Test(
    "A text that is not pairs of lower-case digits has no bytes",
    arguments: [
      "0", "0g", "0A", "+1", " 1", "0x10",
    ])
  func refused(text: String) {
    #expect(Hexadecimal.bytes(text.utf8) == nil)
  }

  @Test("A number has zeros before its digits up to a width")
  func numbers() {
    #expect(Hexadecimal.text(UInt64(0xAB), width: 16) == "00000000000000ab")
    #expect(Hexadecimal.text(UInt64.max, width: 4) == "ffffffffffffffff")
  }

  @Test("A code point is named with at least four digits, in capitals")
  func codePoints() {
    #expect(Unicode.Scalar(0xAD).codePointName == "U+00AD")
    #expect(("\u{1F600}" as Unicode.Scalar).codePointName == "U+1F600")
  }
}
