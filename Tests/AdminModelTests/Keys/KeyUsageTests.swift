import AdminProtos
import GoogleProtos
import Store
import Testing

@testable import AdminModel

@Suite("The usage of keys by day")
struct KeyUsageTests {
  private static let day = Duration.seconds(86_400)
  private let fixture: KeyFixture

  init() async throws {
    fixture = try await KeyFixture()
  }

  private func usage(
    _ id: String = "", organization: String = "", by access: Access = .unlimited
  ) throws -> [KeyUsageDay] {
    try fixture.base.store.read { tx in
      try Keys.usage(
        KeyUsageRequest(id: id, organizationId: organization), by: access, in: tx
      ).days
    }
  }

  private func checks(_ id: String = "", organization: String = "") throws -> [UInt64] {
    try usage(id, organization: organization).map(\.checks)
  }

  /// Records uses of a key at the present time.
  private func use(_ id: String, times: Int = 1) async throws {
    var use = KeyUse(at: fixture.now)
    for _ in 1..<times { use.note(at: fixture.now) }
    try await record([id: use])
  }

  private func record(_ uses: [String: KeyUse]) async throws {
    try await fixture.base.write { tx in try Keys.recordUses(uses, in: &tx) }
  }

  @Test("There is an entry for each of the last 30 days in UTC, and the last one is today")
  func days() async throws {
    let id = try await fixture.issue().key.id
    let days = try usage(id)
    #expect(days.count == 30 && days.allSatisfy { $0.checks == 0 })
    // The clock of the fixture stands at 2025-06-15T15:06:40Z.
    #expect(days.first?.date == "2025-05-17" && days.last?.date == "2025-06-15")
    fixture.move(.seconds(8 * 3600 + 53 * 60 + 19))
    #expect(try usage(id).last?.date == "2025-06-15")
    fixture.move(.seconds(1))
    #expect(try usage(id).last?.date == "2025-06-16")
  }

  @Test("Uses that are recorded in several writes of a day add up")
  func sameDay() async throws {
    let id = try await fixture.issue().key.id
    try await use(id, times: 3)
    fixture.move(.seconds(3600))
    try await use(id, times: 2)
    #expect(try checks(id).suffix(2) == [0, 5])
  }

  @Test("A day without a use has none, and older days keep their numbers")
  func shift() async throws {
    let id = try await fixture.issue().key.id
    try await use(id, times: 3)
    fixture.move(Self.day)
    #expect(try checks(id).suffix(2) == [3, 0])
    fixture.move(Self.day)
    try await use(id, times: 2)
    #expect(try checks(id).suffix(4) == [0, 3, 0, 2])
  }

  @Test("A month later nothing is left, and the counting goes on", arguments: [29, 30, 31, 400])
  func month(days: Int) async throws {
    let id = try await fixture.issue().key.id
    try await use(id, times: 3)
    fixture.move(Self.day * days)
    #expect(try checks(id).first == (days == 29 ? 3 : 0))
    #expect(try checks(id).dropFirst().allSatisfy { $0 == 0 })
    try await use(id)
    #expect(try checks(id).first == (days == 29 ? 3 : 0))
    #expect(try checks(id).last == 1)
    let record = try fixture.base.store.read { tx in
      try AdminSchema.keyUses.require(id, in: tx).record
    }
    #expect(record.checksByDay.count == 30)
  }

  @Test("Uses before and after midnight that are written together count for their own days")
  func midnight() async throws {
    let id = try await fixture.issue().key.id
    var use = KeyUse(at: fixture.now)
    use.note(at: fixture.now)
    fixture.move(Self.day)
    use.note(at: fixture.now)
    fixture.move(Self.day)
    use.note(at: fixture.now)
    use.note(at: fixture.now)
    try await record([id: use])
    #expect(try checks(id).suffix(4) == [0, 2, 1, 2])
    #expect(try fixture.get(id).lastUsedAt == fixture.now)
  }

  @Test("A clock that is set back neither loses a use nor moves the last one backward")
  func setBack() async throws {
    let id = try await fixture.issue().key.id
    let late = fixture.now
    var use = KeyUse(at: late)
    fixture.move(Self.day * -1)
    use.note(at: fixture.now)
    try await record([id: use])
    try await self.use(id)
    #expect(try checks(id).last == 1)
    fixture.move(Self.day)
    #expect(try checks(id).suffix(2) == [1, 2])
    #expect(try fixture.get(id).lastUsedAt == late)
  }

  @Test("The usage of an organization is the sum of its keys, also of those that ended")
  func organization() async throws {
    let first = try await fixture.issue("a").key.id
    let second = try await fixture.issue("b").key.id
    try await record([first: KeyUse(at: fixture.now), second: KeyUse(at: fixture.now)])
    fixture.move(Self.day)
    try await use(first, times: 4)
    _ = try await fixture.revoke(first)
    #expect(try checks(organization: fixture.organization.id).suffix(3) == [0, 2, 4])
    #expect(try checks(first).suffix(2) == [1, 4] && checks(second).suffix(2) == [1, 0])
    let other = try await fixture.base.organization("Other")
    #expect(try checks(organization: other.id).allSatisfy { $0 == 0 })
  }

  @Test("A record without counts, as earlier versions wrote it, is counted on from zero")
  func earlierVersion() async throws {
    let id = try await fixture.issue().key.id
    let (organization, time) = (fixture.organization.id, fixture.now)
    try await fixture.base.write { tx in
      _ = try AdminSchema.keyUses.insert(
        KeyUseRecord(keyId: id, organizationId: organization, lastUsedAt: time), in: &tx)
    }
    #expect(try checks(id).last == 0)
    try await use(id)
    #expect(try checks(id).suffix(2) == [0, 1])
  }

  @Test("A number that is as large as it can be stays so")
  func largest() {
    var record = KeyUseRecord(lastUsedAt: fixture.now, checksByDay: [.max])
    record.add(KeyUse(at: fixture.now))
    #expect(record.checksByDay.last == .max)
  }

  @Test("The sum is deleted with its organization")
  func deletion() async throws {
    try await use(try await fixture.issue().key.id)
    let organization = fixture.organization
    let deletion = try await fixture.base.write { tx in
      try Organizations.delete(
        DeleteOrganizationRequest(id: organization.id, confirmName: organization.name),
        by: .unlimited, in: &tx)
    }
    #expect(deletion.deleted["key use"] == nil)
    let rest = try fixture.base.store.read { tx in
      try (AdminSchema.keyUses.count(in: tx), AdminSchema.organizationUses.count(in: tx))
    }
    #expect(rest == (0, 0))
  }

  @Test("A key's usage needs permission for the key, and a sum needs it for the organization")
  func permission() async throws {
    let id = try await fixture.issue().key.id
    let admin = fixture.access(.admin)
    #expect(try usage(id, by: admin).count == 30)
    #expect(try usage(organization: fixture.organization.id, by: admin).count == 30)

    let local = fixture.access(.workspaceAdmin, workspace: fixture.workspace.id)
    #expect(try usage(id, by: local).count == 30)
    #expect(throws: (any Error).self) {
      try usage(organization: fixture.organization.id, by: local)
    }

    let other = try await fixture.base.organization("Other")
    let foreign = fixture.access(.admin, organization: other.id)
    let error = #expect(throws: StoreError.self) { try usage(id, by: foreign) }
    #expect(error?.code == .notFound)
    #expect(throws: (any Error).self) {
      try usage(organization: fixture.organization.id, by: foreign)
    }
  }

  @Test("Without a key and an organization, the usage is refused with the missing field")
  func missing() {
    let error = #expect(throws: AdminError.self) { try usage() }
    #expect(violations(of: error).keys.sorted() == ["organization_id"])
  }
}
