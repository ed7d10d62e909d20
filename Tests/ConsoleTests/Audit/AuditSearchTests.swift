import AdminProtos
import Testing
import WebProtos

@testable import ConsolePlugin

@Suite("Audit searches")
struct AuditSearchTests {
  private func search(_ field: String, _ text: String) throws -> AuditSearch {
    try #require(AuditSearch.all(in: Fields([PageField(name: field, value: text)])).first)
  }

  private static let user = DirectoryEntry(id: "user_1", kind: "user", name: "Tatsuya")
  private static let key = DirectoryEntry(id: "apikey_1", kind: "api_key", name: "Tatsuya")

  @Test(
    "An id needs no search",
    arguments: [
      ("who", "user_1", "user/user_1"), ("who", "adminkey_1", "admin_key/adminkey_1"),
      ("who", "operator/", "operator/"),
      ("what", "apikey_01ABCDEFGHJKLMNP", "apikey_01ABCDEFGHJKLMNP"),
    ])
  func exact(field: String, text: String, value: String) throws {
    #expect(try search(field, text).exactValue == value)
  }

  @Test(
    "A name and a mail address are searched for",
    arguments: [
      ("who", "Tatsuya"), ("who", "tatsuya@example.com"), ("what", "tatsuya_saitou@example.com"),
      ("what", "sk-ant-api03-rag...nwAA"),
      ("what", "Nightly jobs of the office"), ("where", "APPG"),
    ])
  func searched(field: String, text: String) throws {
    #expect(try search(field, text).exactValue == nil)
  }

  @Test("Only a person or an admin key can have acted")
  func actors() throws {
    guard case .one(let value) = try search("who", "Tatsuya").decide([Self.key, Self.user]) else {
      Issue.record("several were found, or none")
      return
    }
    #expect(value == "user/user_1")
  }

  @Test("A text that several things are named by leaves the choice to the person")
  func several() throws {
    guard case .several(let found) = try search("what", "Tatsuya").decide([Self.key, Self.user])
    else {
      Issue.record("one was found, or none")
      return
    }
    #expect(found == [Self.key, Self.user])
  }

  @Test("A person who is in several organizations is one person")
  func once() throws {
    guard case .one = try search("who", "Tatsuya").decide([Self.user, Self.user]) else {
      Issue.record("several were found, or none")
      return
    }
  }

  @Test("Every field that holds a text is searched for, and no other")
  func fields() {
    let query = Fields([
      PageField(name: "who", value: "a"), PageField(name: "what", value: " "),
      PageField(name: "where", value: "c"),
    ])
    #expect(AuditSearch.all(in: query).map(\.text) == ["a", "c"])
  }
}
