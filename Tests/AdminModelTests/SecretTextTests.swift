import Testing

@testable import AdminModel

@Suite("The texts of secrets")
struct SecretTextTests {
  @Test("A secret is its prefix, 28 random characters and a checksum of 6")
  func shape() {
    let secret = SecretText(prefix: "sk-stw-")
    #expect(secret.text.hasPrefix("sk-stw-"))
    #expect(secret.text.count == "sk-stw-".count + 34)
    #expect(SecretText(secret.text, prefix: "sk-stw-") == secret)
  }

  @Test("A thousand new secrets are all different")
  func chance() {
    #expect(Set((0..<1000).map { _ in SecretText(prefix: "x-").text }).count == 1000)
  }

  @Test("A secret that was cut off, lengthened or changed in any letter is no secret")
  func damage() {
    let text = SecretText(prefix: "sk-stw-").text
    for end in 0..<text.count {
      #expect(SecretText(String(text.prefix(end)), prefix: "sk-stw-") == nil)
    }
    #expect(SecretText(text + "1", prefix: "sk-stw-") == nil)
    for place in text.indices {
      var other = text
      other.replaceSubrange(place...place, with: text[place] == "A" ? "B" : "A")
      #expect(SecretText(other, prefix: "sk-stw-") == nil)
    }
  }

  @Test("A secret's description is its hint, with the first three characters and the last four")
  func hint() {
    let secret = SecretText(prefix: "sk-stw-")
    let body = secret.text.dropFirst(7)
    #expect("\(secret)" == "sk-stw-\(body.prefix(3))...\(body.suffix(4))")
    #expect(secret.hint == "sk-stw-\(body.prefix(3))...\(body.suffix(4))")
  }

  @Test("A keyed hash depends on its text, its purpose and its key")
  func keyedHash() {
    let key = HashingKey([UInt8](repeating: 1, count: 32))
    let hash = key.hash("secret", for: "one")
    #expect(key.isHash(hash, of: "secret", for: "one"))
    #expect(!key.isHash(hash, of: "secret", for: "two"))
    #expect(!key.isHash(hash, of: "secreT", for: "one"))
    #expect(!key.isHash(Array(hash.dropLast()), of: "secret", for: "one"))
    #expect(!HashingKey([2]).isHash(hash, of: "secret", for: "one"))
  }

  @Test("A hash that differs in any single bit doesn't match")
  func everyBit() {
    let key = HashingKey([UInt8](repeating: 1, count: 32))
    let hash = key.hash("secret", for: "one")
    for place in hash.indices {
      for bit in 0..<8 {
        var other = hash
        other[place] ^= 1 << bit
        #expect(!key.isHash(other, of: "secret", for: "one"))
      }
    }
  }
}
