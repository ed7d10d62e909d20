import AdminProtos
import Randomness
import Store
import Testing

@testable import AdminModel

@Suite("The counts of members and keys")
struct CountTests {
  let keys: KeyFixture
  private let boss: String

  private var fixture: Fixture { keys.base }
  private var organization: String { keys.organization.id }
  private var workspace: String { keys.workspace.id }

  init() async throws {
    keys = try await KeyFixture()
    boss = try await keys.base.member("boss@x.org", .admin, in: keys.organization.id).id
  }

  private func user(_ id: String) throws -> User {
    let request = GetUserRequest(organizationId: organization, id: id)
    return try fixture.store.read { tx in try Members.get(request, by: .unlimited, in: tx) }
  }

  private func room() throws -> Workspace {
    try fixture.store.read { tx in try Workspaces.get(workspace, by: .unlimited, in: tx) }
  }

  @Test("A user and a workspace count the keys that aren't archived, and keep their etags")
  func keyCounts() async throws {
    let jane = try await fixture.member("jane@x.org", in: organization)
    let before = try room()
    let first = try await keys.issue("First", user: jane.id).key.id
    _ = try await keys.issue("Second", user: jane.id)
    _ = try await keys.issue("Third", isOwnerless: true)
    #expect(try user(jane.id).keyCount == 2 && room().keyCount == 3)
    try await keys.revoke(first)
    #expect(try user(jane.id).keyCount == 1 && room().keyCount == 2)
    let listed = try fixture.members(of: organization, email: "jane@x.org").data
    #expect(listed.map(\.keyCount) == [1])
    #expect(try fixture.list(organization).data.map(\.keyCount) == [2])
    #expect(try user(jane.id).etag == jane.etag && room().etag == before.etag)
  }

  @Test("A workspace counts the members that its list shows, so none that a role outranks")
  func memberCounts() async throws {
    let jane = try await fixture.member("jane@x.org", in: organization).id
    let before = try room()
    try await fixture.letIn(jane, to: workspace)
    #expect(try room().memberCount == 1 && room().etag == before.etag)
    try await fixture.change(jane, of: organization, to: .admin)
    #expect(try room().memberCount == 0 && fixture.people(in: workspace).data.isEmpty)
    try await fixture.change(jane, of: organization, to: .billing)
    #expect(try room().memberCount == 1)
    #expect(try fixture.people(in: workspace).data.map(\.userId) == [jane])
  }

  @Test("After any changes, the counts equal a recount and the marks equal the suspensions")
  func random() async throws {
    let seed = UInt64.random(in: 0...999_999)
    var random = SeededRandom(seed)
    var made = Made()
    for number in 0..<400 {
      let step = try await step(number, &made, &random)
      // A refusal, such as that of the last admin, is one of the outcomes.
      do { try await fixture.write(step) } catch is AdminError {} catch is StoreError {}
    }
    try fixture.store.read { tx in
      for table in AdminSchema.tables { #expect(try table.recount(in: tx) == [], "seed \(seed)") }
      try checkMarks(seed, tx)
    }
    #expect(
      try Int(room().memberCount) == fixture.people(in: workspace, limit: 1000).data.count,
      "seed \(seed)")
  }

  private func checkMarks(_ seed: UInt64, _ tx: borrowing ReadTransaction) throws {
    try AdminSchema.keys.forEach(in: tx) { stored in
      let key = stored.record.key
      let owner = try Members.membership(of: key.userId, in: organization, tx)?.record
      let isSuspended = owner?.suspendedAt != nil && key.archivedAt == nil
      #expect(key.userSuspended == isSuspended, "seed \(seed): \(key.id)")
      return true
    }
  }
}

extension CountTests {
  /// What the steps have made so far.
  private struct Made {
    var users: [String] = []
    var keys: [String] = []
  }

  private typealias Step = @Sendable (inout WriteTransaction) throws -> Void

  private func step(
    _ number: Int, _ made: inout Made, _ random: inout SeededRandom
  ) async throws -> Step {
    let kind = Int.random(in: 0..<14, using: &random)
    if kind < 2 || made.users.count < 2 {
      made.users.append(try await fixture.member("u\(number)@x.org", in: organization).id)
    }
    let user = made.users.randomElement(using: &random) ?? boss
    let heir = made.users.randomElement(using: &random) ?? boss
    if kind < 5 || made.keys.isEmpty {
      made.keys.append(try await keys.issue("K\(number)", isOwnerless: true).key.id)
    }
    let key = made.keys.randomElement(using: &random) ?? ""
    let role = ["admin", "billing", "user"].randomElement(using: &random) ?? "user"
    return step(kind, user, heir, key, role)
  }

  private func step(
    _ kind: Int, _ user: String, _ heir: String, _ key: String, _ role: String
  ) -> Step {
    let (organization, workspace) = (organization, workspace)
    return { tx in
      switch kind {
      case 5:
        try Members.remove(
          RemoveUserRequest(organizationId: organization, id: user), by: .unlimited, in: &tx)
      case 6:
        try Members.remove(
          RemoveUserRequest(organizationId: organization, id: user, reassignKeysTo: heir),
          by: .unlimited, in: &tx)
      case 7:
        _ = try Members.suspend(
          SuspendUserRequest(organizationId: organization, id: user), by: .unlimited, in: &tx)
      case 8:
        _ = try Members.resume(
          ResumeUserRequest(organizationId: organization, id: user), by: .unlimited, in: &tx)
      case 9:
        _ = try Members.update(
          UpdateUserRequest(organizationId: organization, id: user, role: role), by: .unlimited,
          in: &tx)
      case 10:
        _ = try WorkspaceMembers.add(
          AddWorkspaceMemberRequest(
            workspaceId: workspace, userId: user, workspaceRole: "workspace_user"),
          by: .unlimited, in: &tx)
      case 11:
        try WorkspaceMembers.remove(
          RemoveWorkspaceMemberRequest(workspaceId: workspace, userId: user), by: .unlimited,
          in: &tx)
      case 12: _ = try Keys.revoke(key, ifMatch: "", by: .unlimited, in: &tx)
      default:
        _ = try Keys.link(LinkKeyRequest(id: key, userId: user), by: .unlimited, in: &tx)
      }
    }
  }
}
