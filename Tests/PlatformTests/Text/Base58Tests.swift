import Platform
import Testing

@Suite("Base58")
struct Base58Tests {
  @Test("The letters leave out those that look alike, and have the order of their numbers")
  func letters() {
    #expect(Base58.letters.count == 58 && Base58.letters == Base58.letters.sorted())
    for letter in "0OIl".utf8 { #expect(!Base58.isLetter(letter)) }
    #expect(Base58.letters.allSatisfy(Base58.isLetter))
  }

  @Test("A number is written from its highest digit on, with zeros before it")
  func numbers() {
    #expect(Base58.text([0], length: 3) == "111")
    #expect(Base58.text([57], length: 2) == "1z")
    #expect(Base58.text([58], length: 2) == "21")
    #expect(Base58.text([1, 0], length: 6) == Base58.text([1 << Base58.digitBits], length: 6))
  }
}
