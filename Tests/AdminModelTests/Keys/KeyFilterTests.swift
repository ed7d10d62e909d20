import AdminProtos
import GoogleProtos
import Store
import Testing

@testable import AdminModel

@Suite("Filters of key lists")
struct KeyFilterTests {
  private static let day = Duration.seconds(86_400)

  private let fixture: KeyFixture

  init() async throws { fixture = try await KeyFixture() }

  /// Lists page by page, forward or backward. Returns the ids in the order of the list.
  private func listed(_ filter: ListKeysRequest, limit: Int32 = 2, backward: Bool = false) throws
    -> [String]
  {
    var ids: [String] = []
    var page = try fixture.list(filter, limit: limit)
    guard backward else {
      while true {
        ids += page.ids
        guard page.hasMore, let last = page.lastId else { return ids }
        page = try fixture.list(filter, limit: limit, after: last)
      }
    }
    guard let oldest = try listed(filter, limit: 1000).last else { return [] }
    ids = [oldest]
    repeat {
      page = try fixture.list(filter, limit: limit, before: ids[0])
      ids = page.ids + ids
    } while page.hasMore
    return ids
  }

  @Test("A list of several statuses is in the order of creation, on every page and both ways")
  func statuses() async throws {
    var ids: [String] = []
    for number in 0..<8 {
      let end = number % 4 == 3 ? fixture.time(in: Self.day) : nil
      ids.insert(try await fixture.issue("key \(number)", expiresAt: end).key.id, at: 0)
      if number % 4 == 1 { _ = try await fixture.update(ids[0], status: "inactive") }
      if number % 4 == 2 { try await fixture.revoke(ids[0]) }
      fixture.move(.seconds(1))
    }
    fixture.move(Self.day)
    let names = ["expired", "archived", "inactive", "active"]
    for choice in 1..<16 {
      let wanted = names.indices.filter { choice & 1 << $0 != 0 }
      let expected = ids.enumerated().filter { wanted.contains($0.offset % 4) }.map(\.element)
      for limit in 1...3 as ClosedRange<Int32> {
        for backward in [false, true] {
          let filter = ListKeysRequest(statuses: wanted.map { names[$0] })
          #expect(try listed(filter, limit: limit, backward: backward) == expected)
        }
      }
    }
  }

  @Test("A list can be filtered by kind, and by keys without an owner")
  func kindAndOwner() async throws {
    let owned = try await fixture.issue(user: fixture.member).key.id
    let unowned = try await fixture.issue(isOwnerless: true).key.id
    fixture.move(.seconds(1))
    let registered = try await fixture.register().id
    #expect(try listed(ListKeysRequest(kind: "registered")) == [registered])
    #expect(try listed(ListKeysRequest(kind: "issued")) == [unowned, owned])
    #expect(try listed(ListKeysRequest(unowned: true)) == [registered, unowned])
    #expect(try listed(ListKeysRequest(kind: "issued", unowned: true)) == [unowned])
    #expect(
      try listed(ListKeysRequest(workspaceId: fixture.workspace.id, userId: fixture.member)) == [
        owned
      ])
    try await fixture.base.write { [member = fixture.member] tx in
      _ = try Keys.link(
        LinkKeyRequest(id: unowned, userId: member), by: .unlimited, in: &tx)
    }
    #expect(try listed(ListKeysRequest(unowned: true)) == [registered])
  }

  @Test("A list of keys that expire before a time has no expired, archived or unlimited keys")
  func expiring() async throws {
    func issue(_ days: Int) async throws -> String {
      try await fixture.issue(expiresAt: fixture.time(in: Self.day * days)).key.id
    }
    let (late, soon, over) = (try await issue(40), try await issue(10), try await issue(2))
    let (sooner, revoked) = (try await issue(5), try await issue(6))
    _ = try await fixture.issue()
    try await fixture.revoke(revoked)
    fixture.move(Self.day * 2)
    func before(_ days: Int) throws -> [String] {
      try listed(ListKeysRequest(expiresBefore: fixture.time(in: Self.day * days)), limit: 1)
    }
    #expect(try before(30) == [sooner, soon])
    #expect(try before(39) == [sooner, soon, late])
    #expect(try before(3) == [])
    #expect(try before(-1) == [])
    #expect(try listed(ListKeysRequest(statuses: ["expired"])) == [over])
    _ = try await fixture.update(soon, status: "inactive")
    let filter = ListKeysRequest(
      statuses: ["inactive"], expiresBefore: fixture.time(in: Self.day * 30))
    #expect(try listed(filter) == [soon])
  }

  @Test("A list of unused keys has those made before a time and not used since it")
  func unused() async throws {
    let (never, before, after) = (
      try await fixture.issue().key.id, try await fixture.issue().key.id,
      try await fixture.issue().key.id
    )
    try await use([before, after])
    fixture.move(Self.day * 10)
    try await use([after])
    let young = try await fixture.issue().key.id
    func since(_ days: Int) throws -> [String] {
      try listed(ListKeysRequest(unusedSince: fixture.time(in: Self.day * days)), limit: 1)
    }
    #expect(try since(-5) == [before, never])
    #expect(try since(-11) == [])
    #expect(try since(1) == [young, after, before, never])
  }

  private func use(_ ids: [String]) async throws {
    let now = fixture.now
    try await fixture.base.write { tx in
      try Keys.recordUses(
        Dictionary(uniqueKeysWithValues: ids.map { ($0, KeyUse(at: now)) }), in: &tx)
    }
  }

  @Test("A page of unused keys looks at no more than 5,000 keys, and says where it continues")
  func bounded() async throws {
    let old = try await fixture.issue().key.id
    fixture.move(.seconds(1))
    let (made, used) = (fixture.now, fixture.time(in: .seconds(9)))
    let (organization, workspace) = (fixture.organization.id, fixture.workspace.id)
    try await fixture.base.write { tx in
      for number in 0..<5000 {
        let digits = String(number, radix: 9).replacing("0", with: "9")
        let key = ApiKey(
          id: "apikey_" + digits + String(repeating: "z", count: 24 - digits.count),
          organizationId: organization, workspaceId: workspace, status: "active", kind: "issued",
          createdAt: made, partialKeyHint: digits)
        try AdminSchema.keys.insert(
          KeyRecord(resource: key, secretHash: Array(digits.utf8)), in: &tx)
        try AdminSchema.keyUses.insert(
          KeyUseRecord(keyId: key.id, organizationId: organization, lastUsedAt: used), in: &tx)
      }
    }
    let filter = ListKeysRequest(unusedSince: fixture.time(in: .seconds(5)))
    let first = try fixture.list(filter)
    #expect(first.ids == [] && first.hasMore)
    let second = try fixture.list(filter, after: first.lastId ?? "")
    #expect(second.ids == [old] && !second.hasMore)
    #expect(try listed(filter) == [old])
  }

  @Test("Filters that contradict each other are refused, each with its field")
  func refused() throws {
    func refusal(_ filter: ListKeysRequest) -> [String: String] {
      violations(of: #expect(throws: AdminError.self) { try fixture.list(filter) })
    }
    #expect(
      refusal(ListKeysRequest(statuses: ["active", "dead"], kind: "stolen"))
        == ["statuses": "UNKNOWN_STATUS", "kind": "UNKNOWN_KIND"])
    #expect(
      refusal(ListKeysRequest(userId: fixture.member, unowned: true)) == ["unowned": "EXCLUSIVE"])
    for status in ["expired", "archived"] {
      #expect(
        refusal(ListKeysRequest(statuses: [status], expiresBefore: fixture.now))
          == ["expires_before": "EXCLUSIVE"])
    }
  }
}
