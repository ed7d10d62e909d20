import AdminProtos
import AdminServices
import HostProtos
import HostServices
import IPC
import Status
import Testing

@Suite("The automation plugin")
struct AutomationPluginTests {
  let fixture: PluginFixture

  init() async throws { fixture = try await PluginFixture() }

  private func apply(
    _ objects: [ManifestObject], _ options: ApplyOptions = ApplyOptions()
  ) async throws -> [ApplyResponse] {
    let responses = try await fixture.automation.apply { writer in
      try await writer.send(ApplyRequest(options: options))
      for object in objects { try await writer.send(ApplyRequest(objects: [object])) }
    }
    var all: [ApplyResponse] = []
    for try await response in responses { all.append(response) }
    return all
  }

  private func export(_ fixture: PluginFixture) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await chunk in try await fixture.automation.export(ExportRequest()) {
      bytes += chunk.lines
    }
    return bytes
  }

  private func load(
    _ bytes: [UInt8], into fixture: PluginFixture, isVerified: Bool = true
  ) async throws -> ImportProgress {
    let progress = try await fixture.automation.import { writer in
      try await writer.send(ImportRequest(unverified: !isVerified))
      for start in stride(from: 0, to: bytes.count, by: 1000) {
        try await writer.send(ImportRequest(data: Array(bytes[start...].prefix(1000))))
      }
    }
    var last = ImportProgress()
    for try await one in progress { last = one }
    return last
  }

  private static let acme = ManifestObject(
    object: .organization(OrganizationObject(name: "Acme")))

  private static func workspace(_ name: String) -> ManifestObject {
    ManifestObject(object: .workspace(WorkspaceObject(organization: "Acme", name: name)))
  }

  @Test("A plan has the same response as an apply, and changes nothing")
  func plan() async throws {
    let manifest = [Self.acme, Self.workspace("a")]
    let plan = try await apply(manifest, ApplyOptions(plan: true))
    #expect(plan.last?.summary?.created == 2)
    #expect(try await fixture.orgs.list(ListOrganizationsRequest()).data == [])
    #expect(try await apply(manifest).last?.summary?.created == 2)
    #expect(try await fixture.orgs.list(ListOrganizationsRequest()).data.count == 1)
  }

  @Test("A refused apply returns the outcome for each object, and changes nothing")
  func refused() async throws {
    let responses = try await apply([Self.acme, Self.workspace("a"), Self.workspace(" ")])
    #expect(responses.last?.summary?.refused == true)
    #expect(responses.flatMap(\.results).map(\.outcome) == ["created", "created", "refused"])
    #expect(try await fixture.orgs.list(ListOrganizationsRequest()).data == [])
  }

  @Test("Many results are split over several responses, and the summary is in the last one")
  func manyResults() async throws {
    let organizations = (0..<450).map { number in
      ManifestObject(object: .organization(OrganizationObject(name: "Org \(number)")))
    }
    let messages = try await apply(organizations)
    let steps = messages.compactMap(\.progress)
    #expect(steps.allSatisfy { $0.totalObjects == 450 && $0.objects <= 450 })
    #expect(steps.map(\.objects) == steps.map(\.objects).sorted())
    let responses = messages.filter { $0.progress == nil }
    #expect(responses.map(\.results.count) == [200, 200, 50])
    #expect(responses.map { $0.summary != nil } == [false, false, true])
  }

  @Test("A manifest of every kind works with the services of five plugins, and so do its secrets")
  func everyKind() async throws {
    let value = "sk-ant-api03-\(String(repeating: "v", count: 40))"
    let results = try await apply([
      Self.acme, Self.workspace("prod"),
      ManifestObject(
        object: .member(MemberObject(email: "jane@x.org", name: "Jane", role: "developer"))),
      ManifestObject(object: .invite(InviteObject(email: "eve@x.org", role: "user"))),
      ManifestObject(
        object: .key(KeyObject(workspace: "prod", name: "CI", user: "jane@x.org"))),
      ManifestObject(
        object: .key(KeyObject(id: "apikey_01Rj2N8SVvo6BePZj99NhmiT", value: value))),
      ManifestObject(
        object: .workspaceMember(
          WorkspaceMemberObject(workspace: "prod", email: "jane@x.org", role: "workspace_user"))),
    ]).flatMap(\.results)
    #expect(results.map(\.outcome) == Array(repeating: "created", count: 7))
    #expect(results.map { !$0.secret.isEmpty } == [false, false, false, true, true, false, false])

    let organization = results[0].id
    let verified = try await fixture.keys.verify(VerifyKeyRequest(secret: results[4].secret))
    #expect(verified.valid)
    let invites = try await fixture.invites.list(
      ListInvitesRequest(organizationId: organization))
    #expect(invites.data.map(\.id) == [results[3].id])
    let users = try await fixture.users.list(ListUsersRequest(organizationId: organization))
    #expect(users.data.map(\.id) == [results[2].id])
    let members = try await fixture.workspaceMembers.list(
      ListWorkspaceMembersRequest(workspaceId: results[1].id))
    #expect(members.data.map(\.userId) == [results[2].id])
    for secret in [results[3].secret, results[4].secret, value] {
      #expect(try !fixture.storeContains(secret))
    }
  }

  @Test("An export that is imported in other pieces gives the same store")
  func roundTrip() async throws {
    _ = try await apply([Self.acme] + (0..<90).map { Self.workspace("W \($0)") })
    let first = try await export(fixture)
    let other = try await PluginFixture()
    let done = try await load(first, into: other)
    #expect(done.done)
    #expect(done.revision == 92)
    #expect(done.objects == done.totalObjects)
    #expect(try await export(other) == first)
    #expect(try await other.integrity.check(CheckRequest()).findings == [])
  }

  @Test("An import that is refused leaves the store empty, so that it can be tried again")
  func triedAgain() async throws {
    _ = try await apply([Self.acme])
    let bytes = try await export(fixture)
    let other = try await PluginFixture()
    let error = await #expect(throws: Status.self) {
      try await load(bytes.dropLast(9), into: other)
    }
    #expect(error?.reason == "EXPORT_FORGED")
    #expect(try await load(bytes, into: other).done)
  }

  @Test("An export that was changed is accepted only as unverified")
  func unverified() async throws {
    _ = try await apply([Self.acme])
    let bytes = Array(
      String(decoding: try await export(fixture), as: UTF8.self)
        .replacing("Acme", with: "Mine").utf8)
    let other = try await PluginFixture()
    let error = await #expect(throws: Status.self) { try await load(bytes, into: other) }
    #expect(error?.reason == "EXPORT_FORGED")
    #expect(try await load(bytes, into: other, isVerified: false).done)
  }

  @Test("An import that is not text is refused")
  func noText() async throws {
    let error = await #expect(throws: Status.self) { try await load([0xFF, 0x0A], into: fixture) }
    #expect(error?.reason == "MALFORMED_LINE")
  }
}
