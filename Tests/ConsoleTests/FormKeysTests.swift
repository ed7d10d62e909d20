import Testing

@testable import ConsolePlugin

@Suite("Keys of forms")
struct FormKeysTests {
  private let keys = FormKeys([UInt8](repeating: 7, count: 32))
  private let path = "/console/orgs/new"
  private let now: Int64 = 1_800_000_000

  private var key: String { keys.make(session: "session_1", path: path, at: now) }

  @Test("A key is accepted from its session, at its address, until a day has passed")
  func accepted() {
    let key = key
    let last = now + FormKeys.lifetime - 1
    #expect(keys.accepts(key, session: "session_1", path: path, at: now))
    #expect(keys.accepts(key, session: "session_1", path: path, at: last))
    #expect(!keys.accepts(key, session: "session_1", path: path, at: last + 1))
  }

  @Test("A key is accepted again when its form is sent twice, so that the outcome can be repeated")
  func replayed() {
    let key = key
    for _ in 1...2 { #expect(keys.accepts(key, session: "session_1", path: path, at: now)) }
  }

  @Test("A key of another session is refused")
  func otherSession() {
    #expect(!keys.accepts(key, session: "session_2", path: path, at: now))
  }

  @Test("A key of another address is refused")
  func otherPath() {
    #expect(!keys.accepts(key, session: "session_1", path: "/console/account/password", at: now))
  }

  @Test("A key that another console made is refused")
  func otherSecret() {
    let other = FormKeys([UInt8](repeating: 8, count: 32))
    #expect(!other.accepts(key, session: "session_1", path: path, at: now))
  }

  @Test("A key of which any character was changed is refused")
  func damaged() {
    let key = key
    for index in key.indices {
      let other: Character = key[index] == "1" ? "2" : "1"
      let damaged = key.replacingCharacter(at: index, with: other)
      #expect(!keys.accepts(damaged, session: "session_1", path: path, at: now))
    }
  }

  @Test(
    "What has not the form of a key is refused",
    arguments: [
      "", ".", "..", "...", "9999999999", "9999999999.a", "9999999999.a.", "x.a.b",
      String(repeating: "9", count: 500),
    ])
  func malformed(key: String) {
    #expect(!keys.accepts(key, session: "session_1", path: path, at: now))
  }

  @Test("Two keys of the same form differ, so that each form is sent for itself")
  func distinct() { #expect(key != key) }
}

extension String {
  fileprivate func replacingCharacter(at index: Index, with character: Character) -> String {
    self[..<index] + String(character) + self[self.index(after: index)...]
  }
}
