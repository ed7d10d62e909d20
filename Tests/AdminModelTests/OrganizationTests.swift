import AdminProtos
import Status
import Store
import Testing

@testable import AdminModel

@Suite("Organizations")
struct OrganizationTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  @Test("A created organization has a Default Workspace")
  func create() async throws {
    let organization = try await fixture.organization()
    let page = try fixture.list(organization.id, withDefault: true)
    #expect(page.data.map(\.id) == [organization.defaultWorkspaceId])
    #expect(page.data.first?.name == "Default")
    #expect(page.data.first?.isDefault == true)
  }

  @Test(
    "An organization's name that breaks a rule is refused, and nothing is created",
    arguments: [
      ("", "REQUIRED"), ("  \t", "REQUIRED"), (String(repeating: "x", count: 101), "TOO_LONG"),
      ("a\u{1B}[31mb", "CONTROL_CHARACTER"), ("a\nb", "CONTROL_CHARACTER"),
      ("a\u{9B}b", "CONTROL_CHARACTER"), ("a\u{202E}b", "INVISIBLE_CHARACTER"),
      ("a\u{2066}b", "INVISIBLE_CHARACTER"), ("a\u{200B}b", "INVISIBLE_CHARACTER"),
      ("a\u{200D}b", "INVISIBLE_CHARACTER"), ("\u{FEFF}a", "INVISIBLE_CHARACTER"),
    ])
  func badName(name: String, reason: String) async throws {
    let error = await #expect(throws: AdminError.self) { try await fixture.organization(name) }
    #expect(violations(of: error) == ["name": reason])
    #expect(try fixture.store.lastRevision() == 0)
  }

  @Test("A refusal names the forbidden character, in a name as in a tag's key and value")
  func badCharacter() async throws {
    let error = await #expect(throws: AdminError.self) {
      try await fixture.organization("a\u{202E}b")
    }
    #expect(error?.status.message.contains("U+202E") == true)
    var violations = Violations()
    TagRules.check(["k\u{2067}": "v", "k": "\u{200B}"], field: "tags", into: &violations)
    #expect(violations.found.map(\.reason) == ["INVISIBLE_CHARACTER", "INVISIBLE_CHARACTER"])
  }

  @Test("An organization's name may have the maximum length in any script")
  func maximumNameLength() async throws {
    let name = String(repeating: "組", count: 100)
    #expect(try await fixture.organization(name).name == name)
  }

  @Test("Two organizations may have the same name")
  func sameName() async throws {
    let first = try await fixture.organization("Acme")
    let second = try await fixture.organization("Acme")
    #expect(first.id < second.id)
  }

  @Test("A new name changes an organization's etag, and the same name doesn't")
  func rename() async throws {
    let id = try await fixture.organization("Acme").id
    let renamed = try await fixture.write { tx in
      try Organizations.update(
        UpdateOrganizationRequest(id: id, name: "Acme GmbH"), by: .unlimited, in: &tx)
    }
    let again = try await fixture.write { tx in
      try Organizations.update(
        UpdateOrganizationRequest(id: id, name: "Acme GmbH", ifMatch: renamed.etag),
        by: .unlimited, in: &tx)
    }
    #expect(renamed.name == "Acme GmbH")
    #expect(again == renamed)
  }

  @Test("An update with an old etag is refused with ABORTED")
  func staleEtag() async throws {
    let id = try await fixture.organization().id
    let error = await #expect(throws: (any Error).self) {
      try await fixture.write { tx in
        try Organizations.update(
          UpdateOrganizationRequest(id: id, name: "Other", ifMatch: "999"), by: .unlimited, in: &tx)
      }
    }
    #expect(error.map { Status(describing: $0).code } == .aborted)
  }

  @Test("An id of another kind is refused as such")
  func wrongKind() async throws {
    let workspace = try await fixture.organization().defaultWorkspaceId
    let error = #expect(throws: AdminError.self) {
      try fixture.store.read { tx in try Organizations.get(workspace, by: .unlimited, in: tx) }
    }
    #expect(violations(of: error) == ["id": "WRONG_KIND"])
  }

  @Test("An unknown organization id is not found")
  func unknown() throws {
    let error = #expect(throws: (any Error).self) {
      try fixture.store.read { tx in
        try Organizations.get("01890a5d-ac96-774b-bcce-b302099a8057", by: .unlimited, in: tx)
      }
    }
    #expect(reason(of: error) == "ORGANIZATION_NOT_FOUND")
  }
}
