import AdminProtos
import IPCProtos
import Store
import Testing

@testable import AdminModel

@Suite("The directory")
struct DirectoryTests {
  private let fixture: KeyFixture
  private let acme: String

  init() async throws {
    fixture = try await KeyFixture()
    acme = fixture.organization.id
  }

  private func find(
    _ text: String, in organization: String = "", limit: Int32? = nil,
    by access: Access = .unlimited
  ) throws -> FindResponse {
    try fixture.base.store.read { tx in
      try Directory.find(
        FindRequest(text: text, organizationId: organization, limit: limit), by: access, in: tx)
    }
  }

  private func resolve(
    _ ids: [String], in organization: String = "", by access: Access = .unlimited
  ) throws -> [DirectoryEntry] {
    try fixture.base.store.read { tx in
      try Directory.resolve(
        ResolveIDsRequest(ids: ids, organizationId: organization), by: access, in: tx
      ).data
    }
  }

  private func adminKey(_ name: String) async throws -> AdminKey {
    try await fixture.base.write { [acme] tx in
      try AdminKeys.create(
        CreateAdminKeyRequest(organizationId: acme, name: name), by: .unlimited,
        keys: AuthFixture.keys, in: &tx
      ).key
    }
  }

  @Test("Ids of every kind are resolved in their order, once each, and unknown ones are left out")
  func everyKind() async throws {
    let key = try await fixture.issue("CI").key
    let user = try await fixture.base.member("ada@x.org", name: "Ada", in: acme)
    let invite = try await fixture.base.invite("eve@x.org", to: acme)
    let adminKey = try await adminKey("Terraform")
    let workspace = fixture.workspace.id
    let unknown = "wrkspc_" + String(repeating: "z", count: 24)
    let ids = [adminKey.id, user.id, key.id, unknown, invite.id, workspace, "x", acme, user.id]
    #expect(
      try resolve(ids) == [
        DirectoryEntry(
          id: adminKey.id, kind: "admin_key", name: "Terraform", detail: adminKey.partialKeyHint,
          organizationId: acme, organizationName: "Acme"),
        DirectoryEntry(
          id: user.id, kind: "user", name: "Ada", detail: "ada@x.org", organizationId: acme,
          organizationName: "Acme"),
        DirectoryEntry(
          id: key.id, kind: "api_key", name: "CI", detail: key.partialKeyHint,
          organizationId: acme, organizationName: "Acme", workspaceId: workspace),
        DirectoryEntry(
          id: invite.id, kind: "invite", name: "eve@x.org", organizationId: acme,
          organizationName: "Acme"),
        DirectoryEntry(
          id: workspace, kind: "workspace", name: "Production", organizationId: acme,
          organizationName: "Acme"),
        DirectoryEntry(
          id: acme, kind: "organization", name: "Acme", organizationId: acme,
          organizationName: "Acme"),
      ])
  }

  @Test("A caller resolves and finds only what a role lets them read, at its place")
  func permissions() async throws {
    let key = try await fixture.issue("Job").key.id
    let other = try await fixture.issue(
      "Job", workspace: fixture.organization.defaultWorkspaceId
    ).key.id
    let user = try await fixture.base.member("job@x.org", name: "Job", in: acme).id
    let invite = try await fixture.base.invite("job2@x.org", to: acme).id
    let workspace = fixture.workspace.id
    let ids = [acme, workspace, key, other, user, invite]
    let readable: [(Access, [String])] = [
      (.unlimited, ids), (fixture.access(.admin), ids),
      (fixture.access(.developer), [acme, workspace, key, other, user]),
      (fixture.access(.user), [acme, workspace]), (fixture.access(.claudeCodeUser), [acme]),
      (fixture.access(.workspaceDeveloper, workspace: workspace), [workspace, key]),
      (fixture.access(.admin, organization: workspace), []),
    ]
    for (access, expected) in readable {
      #expect(try resolve(ids, by: access).map(\.id) == expected)
      let found = try find("job", by: access).data.map(\.id)
      #expect(Set(found) == Set(expected).subtracting([acme, workspace]))
      for id in ids {
        #expect(try find(id, by: access).data.map(\.id) == (expected.contains(id) ? [id] : []))
      }
    }
    #expect(
      try resolve([workspace], by: fixture.access(.workspaceUser, workspace: workspace))
        .map(\.organizationName) == [""])
  }

  @Test("A user appears once for each organization that the caller may read")
  func memberships() async throws {
    let beta = try await fixture.base.organization("Beta").id
    let ada = try await fixture.base.person("ada@x.org", in: acme).id
    try await fixture.base.person("ada@x.org", in: beta)
    for text in [ada, "ada@x.org", "ADA+tag@x.org", "ada@"] {
      let found = try find(text).data
      #expect(Set(found.map(\.organizationId)) == [acme, beta])
      #expect(found.count == 2 && Set(found.map(\.id)) == [ada])
      #expect(try find(text, in: beta).data.map(\.organizationName) == ["Beta"])
      #expect(
        try find(text, by: fixture.access(.admin)).data.map(\.organizationName) == ["Acme"])
    }
    #expect(try resolve([ada]).map(\.organizationId) == [acme])
    #expect(try resolve([ada], in: beta).map(\.organizationId) == [beta])
  }

  @Test("A whole hint finds API keys and admin keys, and an address finds users and open invites")
  func exact() async throws {
    let key = try await fixture.register().id
    #expect(try find("sk-ant-api03-R2D...igAA").data.first?.id == key)
    let admin = try await adminKey("Terraform")
    #expect(try find(admin.partialKeyHint).data.map(\.id) == [admin.id])
    let open = try await fixture.base.invite("eve@x.org", to: acme).id
    let joined = try await fixture.base.person("bob@x.org", in: acme).id
    #expect(try find("eve@x.org").data.map(\.id) == [open])
    #expect(try find("bob@x.org").data.map(\.id) == [joined])
  }

  @Test("Words find every kind newest first, and each kind gets a fair share of the limit")
  func words() async throws {
    var keys: [String] = []
    for number in 0..<30 { keys.insert(try await fixture.issue("東京 \(number)").key.id, at: 0) }
    let organization = try await fixture.base.organization("東京支店").id
    let workspace = try await fixture.base.workspace("東京", in: acme).id
    let user = try await fixture.base.member("t@x.org", name: "東京 太郎", in: acme).id
    let admin = try await adminKey("東京")
    let found = try find("東京", limit: 10)
    #expect(
      found.data.map(\.id) == [organization, workspace] + keys.prefix(6) + [user, admin.id])
    #expect(found.hasMore)
    let all = try find("東京", limit: 40)
    #expect(all.data.count == 34 && !all.hasMore)
    #expect(try find("東京 太郎").data.map(\.id) == [user])
    #expect(try find("東京", in: organization).data.map(\.id) == [organization])
  }

  @Test("Words are looked up in the 20 newest organizations, and names of organizations in all")
  func bound() async throws {
    let key = try await fixture.issue("Common").key.id
    for number in 0..<20 { try await fixture.base.organization("Org \(number)") }
    #expect(try find("common").data.isEmpty)
    #expect(try find("common", in: acme).data.map(\.id) == [key])
    #expect(try find("common", by: fixture.access(.admin)).data.map(\.id) == [key])
    #expect(try find("acme").data.map(\.id) == [acme])
    #expect(try find(key).data.map(\.id) == [key])
  }

  @Test("A request that breaks a rule is refused with all fields")
  func refused() throws {
    let error = #expect(throws: AdminError.self) { try find("a", in: "x", limit: 101) }
    #expect(
      violations(of: error) == [
        "text": "LENGTH", "organization_id": "MALFORMED_ID", "limit": "OUT_OF_RANGE",
      ])
    let many = #expect(throws: AdminError.self) {
      try resolve(Array(repeating: acme, count: 101), in: "x")
    }
    #expect(violations(of: many) == ["ids": "TOO_MANY", "organization_id": "MALFORMED_ID"])
  }

  @Test("Places are shared evenly, except where a claim is smaller")
  func shares() {
    #expect(Directory.shares(of: 10, among: [1, 30, 0, 2]) == [1, 7, 0, 2])
    #expect(Directory.shares(of: 5, among: [4, 4]) == [3, 2])
    #expect(Directory.shares(of: 9, among: [1, 2]) == [1, 2])
    #expect(Directory.shares(of: 0, among: [4]) == [0])
  }
}
