import AdminProtos
import GoogleProtos
import Store
import Testing

@testable import AdminModel

@Suite("Summaries of keys")
struct KeySummaryTests {
  private static let day = Duration.seconds(86_400)

  private let fixture: KeyFixture

  init() async throws { fixture = try await KeyFixture() }

  private func summary(
    _ workspace: String = "", weeks: UInt32 = 0, by access: Access = .unlimited
  ) throws -> KeySummary {
    let request = KeySummaryRequest(
      organizationId: fixture.organization.id, workspaceId: workspace, weeks: weeks)
    return try fixture.base.store.read { try Keys.summary(request, by: access, in: $0) }
  }

  @Test("A summary counts keys by status and owner, in the organization and in one workspace")
  func counts() async throws {
    #expect(try summary() == KeySummary())
    let other = fixture.organization.defaultWorkspaceId
    _ = try await fixture.issue(user: fixture.member)
    let off = try await fixture.issue(isOwnerless: true).key.id
    _ = try await fixture.update(off, status: "inactive")
    let revoked = try await fixture.issue(workspace: other).key.id
    try await fixture.revoke(revoked)
    _ = try await fixture.issue(workspace: other, expiresAt: fixture.time(in: Self.day))
    #expect(
      try summary() == KeySummary(active: 2, inactive: 1, archived: 1, expiring: 1, unowned: 2))
    #expect(try summary(fixture.workspace.id) == KeySummary(active: 1, inactive: 1, unowned: 1))
    #expect(try summary(other) == KeySummary(active: 1, archived: 1, expiring: 1, unowned: 1))
    fixture.move(Self.day)
    #expect(
      try summary() == KeySummary(active: 1, inactive: 1, expired: 1, archived: 1, unowned: 1))
    #expect(try fixture.base.store.read { try AdminSchema.keys.recount(in: $0) }.isEmpty)
  }

  @Test("A key counts as expiring from 30 days before its end, and as expired from its end on")
  func edges() async throws {
    let end = Self.day * 45 + .seconds(7)
    _ = try await fixture.issue(expiresAt: fixture.time(in: end), user: fixture.member)
    #expect(try summary() == KeySummary(active: 1))
    fixture.move(Self.day * 15 + .seconds(6))
    #expect(try summary() == KeySummary(active: 1))
    fixture.move(.seconds(1))
    #expect(try summary() == KeySummary(active: 1, expiring: 1))
    fixture.move(Self.day * 30 - .seconds(1))
    #expect(try summary() == KeySummary(active: 1, expiring: 1))
    fixture.move(.seconds(1))
    #expect(try summary() == KeySummary(expired: 1))
    fixture.move(Self.day * 400)
    #expect(try summary() == KeySummary(expired: 1))
  }

  @Test("Keys are counted by the week in which they expire, from now on")
  func weeks() async throws {
    #expect(try summary(weeks: 2).expiringByWeek == [0, 0])
    // The second and third key expire a moment before and after the end of the first week.
    let midnight = Self.day * 7 - Self.sinceMidnight(fixture.time(in: .zero))
    for end in [.seconds(60), midnight - .seconds(1), midnight, Self.day * 400] {
      _ = try await fixture.issue(expiresAt: fixture.time(in: end), user: fixture.member)
    }
    let off = try await fixture.issue(expiresAt: fixture.time(in: .seconds(60))).key.id
    #expect(try summary(weeks: 3).expiringByWeek == [3, 1, 0])
    try await fixture.revoke(off)
    #expect(try summary(weeks: 1).expiringByWeek == [2])
    fixture.move(.seconds(60))
    #expect(try summary(weeks: 2).expiringByWeek == [1, 1])
    #expect(throws: AdminError.self) { try summary(weeks: 27) }
  }

  private static func sinceMidnight(_ time: GoogleTimestamp) -> Duration {
    .seconds(time.seconds % 86_400) + .nanoseconds(Int64(time.nanos))
  }

  @Test("A caller who may see only some keys gets a summary of those of their workspace alone")
  func allowed() throws {
    let room = fixture.workspace.id
    let developer = fixture.access(.workspaceDeveloper, workspace: room)
    #expect(try summary(room, by: developer) == KeySummary())
    for (access, workspace) in [
      (developer, ""), (fixture.access(.user), ""), (fixture.access(.user), room),
      (fixture.access(.claudeCodeUser), ""),
    ] {
      #expect(throws: AdminError.self) { try summary(workspace, by: access) }
    }
    let stranger = fixture.access(.admin, organization: "01a20ac7-f99f-7000-8308-317d0627c2c5")
    #expect(throws: StoreError.self) { try summary(by: stranger) }
  }
}
