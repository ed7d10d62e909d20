import AdminProtos
import HTML
import Testing

@testable import ConsolePlugin

@Suite("What a search goes straight to")
struct FindMatchTests {
  private func user(_ id: String, _ email: String, in organization: String) -> DirectoryEntry {
    DirectoryEntry(
      id: id, kind: "user", name: "Ada", detail: email, organizationId: organization)
  }

  @Test("An id goes straight to its page")
  func id() {
    let key = DirectoryEntry(
      id: "apikey_1", kind: "api_key", name: "Billing", organizationId: "o1")
    #expect(
      FindMatch(of: "apikey_1", among: [key])?.address(preferring: nil)?.text
        == "/console/orgs/o1/keys/apikey_1")
  }

  @Test("A mail address goes straight to its person, whatever its case")
  func email() {
    let entries = [user("user_1", "ada@example.com", in: "o1")]
    #expect(
      FindMatch(of: "Ada@Example.com", among: entries)?.address(preferring: nil)?.text
        == "/console/orgs/o1/users/user_1")
  }

  @Test("A person in several organizations is shown in the one where the search began")
  func preferred() {
    let entries = [
      user("user_1", "ada@example.com", in: "o1"), user("user_1", "ada@example.com", in: "o2"),
    ]
    let match = FindMatch(of: "ada@example.com", among: entries)
    #expect(match?.address(preferring: "o2")?.text == "/console/orgs/o2/users/user_1")
    #expect(match?.address(preferring: "o3")?.text == "/console/orgs/o1/users/user_1")
  }

  @Test("A hint that several keys have goes to none of them")
  func ambiguous() {
    let keys = ["apikey_1", "apikey_2"].map {
      DirectoryEntry(id: $0, kind: "api_key", detail: "sk-ant-...nwAA", organizationId: "o1")
    }
    #expect(FindMatch(of: "sk-ant-...nwAA", among: keys) == nil)
    #expect(FindMatch(of: "sk-ant-...nwAA", among: [keys[0]]) != nil)
  }

  @Test("A name goes nowhere by itself, even if it is whole")
  func name() {
    #expect(FindMatch(of: "Ada", among: [user("user_1", "ada@example.com", in: "o1")]) == nil)
  }
}
