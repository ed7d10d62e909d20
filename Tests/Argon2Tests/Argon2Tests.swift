import Testing

@testable import Argon2

@Suite("argon2id")
struct Argon2Tests {
  /// As cheap as the library allows: what is tested here is not the cost.
  static let cheap = Argon2Parameters(memory: 8, passes: 1, lanes: 1)

  @Test("A hash is of argon2id, version 1.3, with OWASP's parameters unless told otherwise")
  func parameters() throws {
    let hash = try Argon2.hash("correct horse battery")
    #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    #expect(try Argon2.matches("correct horse battery", hash))
  }

  @Test("Only the password itself matches", arguments: ["", "secret ", "Secret", "secret\u{301}"])
  func mismatch(other: String) throws {
    let hash = try Argon2.hash("secret", Self.cheap)
    #expect(try !Argon2.matches(other, hash))
  }

  @Test("The same password hashes differently each time")
  func salt() throws {
    #expect(try Argon2.hash("secret", Self.cheap) != Argon2.hash("secret", Self.cheap))
  }

  @Test("A zero byte cuts no password short")
  func zero() throws {
    let hash = try Argon2.hash("secret\0one", Self.cheap)
    #expect(try Argon2.matches("secret\0one", hash))
    #expect(try !Argon2.matches("secret\0two", hash))
    #expect(try !Argon2.matches("secret", hash))
  }

  /// From the library's own tests, so that hashes of other programs are read as well.
  @Test("A hash that another program made is recognized")
  func foreign() throws {
    let hash =
      "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
    #expect(try Argon2.matches("password", hash))
    #expect(try !Argon2.matches("passwort", hash))
  }

  @Test("What is no hash is refused", arguments: ["", "$argon2id$", "secret", "$2b$10$abcdef"])
  func garbage(hash: String) {
    #expect(throws: Argon2Error.self) { try Argon2.matches("secret", hash) }
  }
}
