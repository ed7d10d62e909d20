import Testing

@testable import Argon2

@Suite("The argon2id hash")
struct Argon2Tests {
  /// The cheapest parameters that the library allows. These tests don't test the cost.
  static let cheap = Argon2Parameters(memory: 8, passes: 1, lanes: 1)

  @Test("A hash uses argon2id, version 1.3, with OWASP's parameters by default")
  func parameters() throws {
    let hash = try Argon2.hash("correct horse battery")
    #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    #expect(try Argon2.matches("correct horse battery", hash))
  }

  @Test("Only the hashed password matches", arguments: ["", "secret ", "Secret", "secret\u{301}"])
  func mismatch(other: String) throws {
    let hash = try Argon2.hash("secret", Self.cheap)
    #expect(try !Argon2.matches(other, hash))
  }

  @Test("The same password has a different hash each time")
  func salt() throws {
    #expect(try Argon2.hash("secret", Self.cheap) != Argon2.hash("secret", Self.cheap))
  }

  @Test("A zero byte doesn't cut a password short")
  func zero() throws {
    let hash = try Argon2.hash("secret\0one", Self.cheap)
    #expect(try Argon2.matches("secret\0one", hash))
    #expect(try !Argon2.matches("secret\0two", hash))
    #expect(try !Argon2.matches("secret", hash))
  }

  /// A hash from the library's own tests. It shows that hashes of other programs can be read too.
  @Test("A password matches a hash that another program made")
  func foreign() throws {
    let hash =
      "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
    #expect(try Argon2.matches("password", hash))
    #expect(try !Argon2.matches("passwort", hash))
  }

  @Test("A malformed hash is refused", arguments: ["", "$argon2id$", "secret", "$2b$10$abcdef"])
  func garbage(hash: String) {
    #expect(throws: Argon2Error.self) { try Argon2.matches("secret", hash) }
  }
}
