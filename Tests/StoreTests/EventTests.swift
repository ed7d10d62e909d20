import AdminProtos
import Crypto
import ProtobufRuntime
import StoreProtos
import Testing

@testable import Store

@Suite("The event log")
struct EventTests {
  let fixture: Fixture
  let store: Store

  init() throws {
    fixture = try Fixture()
    store = try fixture.open()
  }

  @Test("An event has the actor, the change, the time and the call")
  func fields() async throws {
    try await store.insert("a", as: .call("k"))
    let event = try #require(try store.events(from: 1).first)
    #expect(event.revision == 1)
    #expect(event.time == fixture.clock.now)
    #expect(event.actor == "operator/uid:1")
    #expect(event.plugin == "test")
    #expect(event.method == "test.v1.Test/Do")
    #expect(event.call == "k")
    #expect(event.action == "organization.created")
    #expect(event.resource == "a")
  }

  @Test("A transaction that learns who acts has that actor in the events that follow")
  func learnedActor() async throws {
    try await change { tx in
      try Tables.organizations.insert(Organization("a"), in: &tx)
      tx.act(as: "user/u")
      try Tables.organizations.insert(Organization("b"), in: &tx)
    }
    let events = try store.events(from: 1)
    #expect(events.map(\.actor) == ["operator/uid:1", "user/u"])
    #expect(Set(events.map(\.method)).count == 1)
  }

  @Test("An event has the digests of its record before and after the change")
  func digests() async throws {
    try await change { tx in
      try Tables.organizations.insert(Organization("a"), in: &tx)
      try Tables.organizations.update("a", in: &tx) { $0.name = "b" }
      try Tables.organizations.delete("a", in: &tx)
    }
    let first = try digest(Organization("a"))
    let second = try digest(Organization("a", named: "b"))
    let events = try store.events(from: 1)
    #expect(events.map(\.beforeDigest) == [[], first, second])
    #expect(events.map(\.afterDigest) == [first, second, []])
  }

  @Test("An event has the organization of its record, also when the record leaves it")
  func organizations() async throws {
    try await change { tx in
      try Tables.organizations.insert(Organization("a"), in: &tx)
      try Tables.workspaces.insert(Workspace("w", of: "a"), in: &tx)
      try Tables.workspaces.update("w", in: &tx) { $0.organizationId = "b" }
      try Tables.workspaces.update("w", in: &tx) { $0.organizationId = "" }
      try Tables.workspaces.update("w", in: &tx) { $0.displayColor = "#FFFFFF" }
      try Tables.workspaces.update("w", in: &tx) { $0.organizationId = "c" }
      try Tables.workspaces.delete("w", in: &tx)
      try tx.record(action: "x.seen", resource: "a")
      try tx.record(action: "x.seen", resource: "a", organization: "d")
    }
    #expect(
      try store.events(from: 1).map(\.organizationId) == ["", "a", "b", "b", "", "c", "c", "", "d"])
    #expect(try store.verifyChain() == 9)
  }

  @Test("An event has the action that the write gives it")
  func actions() async throws {
    try await change { tx in
      try Tables.organizations.insert(Organization("a"), action: "x.made", in: &tx)
      try tx.record(action: "x.seen", resource: "a")
    }
    #expect(try store.events(from: 1).map(\.action) == ["x.made", "x.seen"])
  }

  @Test("The log can be read in order and in parts, from any revision")
  func parts() async throws {
    for id in ["a", "b", "c", "d"] { try await store.insert(id) }
    #expect(try store.events(from: 2, limit: 2).map(\.resource) == ["b", "c"])
    #expect(try store.events(from: 4, limit: 2).map(\.resource) == ["d"])
    #expect(try store.events(from: 5).isEmpty)
    #expect(try store.events(from: 1, limit: 0).isEmpty)
  }

  @Test("The log of undisturbed writes is verified, from any revision")
  func sound() async throws {
    for id in ["a", "b", "c"] { try await store.insert(id) }
    #expect(try store.verifyChain() == 3)
    #expect(try store.verifyChain(from: 3) == 1)
    #expect(try store.verifyChain(from: 4) == 0)
  }

  @Test("The verification detects a change of any byte of an event")
  func changedByte() async throws {
    try await store.insert("a", "b", "c")
    let original = try #require(try store.storedEvent(2))
    for place in original.indices {
      var forged = original
      forged[place] ^= 1
      try await store.putEvent(forged, at: 2)
      #expect(throws: StoreError.chainBroken(at: 2)) { try store.verifyChain() }
    }
    try await store.putEvent(original, at: 2)
    #expect(try store.verifyChain() == 3)
  }

  private func change(
    _ body: @escaping @Sendable (inout WriteTransaction) throws -> Void
  ) async throws {
    try await store.write(.test, body)
  }

  private func digest(_ record: Organization) throws -> [UInt8] {
    SHA256.bytes(of: try record.serialized())
  }
}
