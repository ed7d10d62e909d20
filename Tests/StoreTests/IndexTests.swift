import AdminProtos
import Randomness
import Testing

@testable import Store

@Suite("Indexes and counters")
struct IndexTests {
  let fixture: Fixture
  let store: Store

  init() throws {
    fixture = try Fixture()
    store = try fixture.open()
  }

  @Test("Indexes and counters match a scan of all records after any operations", arguments: 1...5)
  func bruteForce(seed: UInt64) async throws {
    var model: [String: Workspace] = [:]
    for round in 0..<20 {
      let before = model
      model = try await store.write(.test) { tx in
        var random = SeededRandom(seed &* 1000 &+ UInt64(round))
        var model = before
        for _ in 0..<10 { try step(&model, &random, in: &tx) }
        return model
      }
      try expectStore(toHold: model)
    }
  }

  @Test("An index finds records by a whole value, and not by a prefix of the value")
  func wholeValues() async throws {
    try await store.write(.test) { tx in
      try Tables.workspaces.insert(Workspace("a", of: "org"), in: &tx)
      try Tables.workspaces.insert(Workspace("b", of: "org2"), in: &tx)
    }
    #expect(try ids(of: Tables.ofOrganization, at: IndexKey("org", "all")) == ["a"])
  }

  @Test("A count of an index's entries ends at its limit", arguments: 0...4)
  func bounded(limit: Int) async throws {
    try await store.write(.test) { tx in
      for id in ["a", "b", "c"] {
        try Tables.workspaces.insert(Workspace(id, of: "org"), in: &tx)
      }
      try Tables.workspaces.insert(Workspace("d", of: "org2"), in: &tx)
    }
    let count = try store.read { tx in
      try Tables.workspaces.count(
        of: Tables.ofOrganization, under: IndexKey("org", "all"), upTo: limit, in: tx)
    }
    #expect(count == min(3, limit))
  }

  @Test("A recount detects a counter that was tampered with")
  func recount() async throws {
    try await store.write(.test) { tx in
      try Tables.workspaces.insert(Workspace("a", of: "org"), in: &tx)
    }
    try await store.put(7, at: IndexKey("org"), of: Tables.live)
    let mismatches = try store.read { tx in try Tables.workspaces.recount(in: tx) }
    let expected = CounterMismatch(
      counter: "workspaces#live", key: IndexKey("org").bytes, stored: 7, actual: 1)
    #expect(mismatches == [expected])
  }

  private func expectStore(toHold model: [String: Workspace]) throws {
    for organization in ["x", "y"] {
      let all = model.values.filter { $0.organizationId == organization }.map(\.id).sorted()
      let live = model.values.filter { $0.organizationId == organization && $0.archivedAt == nil }
      #expect(try ids(of: Tables.ofOrganization, at: IndexKey(organization, "all")) == all)
      #expect(
        try ids(of: Tables.ofOrganization, at: IndexKey(organization, "live"))
          == live.map(\.id).sorted())
      let count = try store.read { tx in
        try Tables.workspaces.count(Tables.live, at: IndexKey(organization), in: tx)
      }
      #expect(count == live.count)
    }
    let byColor = model.values.sorted { ($0.displayColor, $0.id) < ($1.displayColor, $1.id) }
    #expect(try ids(of: Tables.byColor, at: IndexKey()) == byColor.map(\.id))
    #expect(try store.read { tx in try Tables.workspaces.recount(in: tx) } == [])
  }

  private func ids(of index: Index<Workspace>, at key: IndexKey) throws -> [String] {
    try store.read { tx in
      var ids: [String] = []
      try Tables.workspaces.forEach(of: index, at: key, in: tx) { stored in
        ids.append(stored.record.id)
        return true
      }
      return ids
    }
  }
}

/// Inserts, changes or deletes one of a few records, in the store and in the model.
private func step(
  _ model: inout [String: Workspace], _ random: inout SeededRandom,
  in tx: inout WriteTransaction
) throws {
  let id = "w\(Int.random(in: 0..<12, using: &random))"
  let color = "#\(Int.random(in: 0..<3, using: &random))"
  guard let record = model[id] else {
    let organization = Bool.random(using: &random) ? "x" : "y"
    let record = Workspace(id, of: organization, color: color)
    model[id] = try Tables.workspaces.insert(record, in: &tx).record
    return
  }
  guard Int.random(in: 0..<3, using: &random) > 0 else {
    model[id] = nil
    #expect(try Tables.workspaces.delete(id, in: &tx).record == record)
    return
  }
  let archived = Bool.random(using: &random) ? tx.now : nil
  model[id] =
    try Tables.workspaces.update(id, in: &tx) { record in
      record.displayColor = color
      record.archivedAt = archived
    }.record
}
