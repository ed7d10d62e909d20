import AdminProtos
import ProtobufRuntime
import Status
import StoreProtos
import Testing

@testable import Store

@Suite("The records of a table")
struct TableTests {
  let fixture: Fixture
  let store: Store
  let table = Tables.organizations

  init() throws {
    fixture = try Fixture()
    store = try fixture.open()
  }

  @Test("An inserted record is returned with the revision of its event as its etag")
  func insert() async throws {
    try await store.insert("a", "b")
    let (first, second, none) = try store.read { tx in
      try (table.require("a", in: tx), table.get("b", in: tx), table.get("c", in: tx))
    }
    #expect(first.record == Organization("a"))
    #expect(first.etag == "1")
    #expect(second?.etag == "2")
    #expect(none == nil)
  }

  @Test("A second record with the same key is refused")
  func exists() async throws {
    try await store.insert("a")
    let error = await #expect(throws: StoreError.self) { try await store.insert("a") }
    #expect(error?.status.code == .alreadyExists)
    #expect(error?.reason == "ORGANIZATION_EXISTS")
  }

  @Test("A second record with the same unique value is refused, with the name of the field")
  func taken() async throws {
    try await store.insert("a")
    let error = await #expect(throws: StoreError.self) {
      try await store.write(.test) { tx in
        try Tables.organizations.insert(Organization("b", named: "name of a"), in: &tx)
      }
    }
    #expect(error?.reason == "ORGANIZATION_NAME_TAKEN")
    #expect(try store.ids() == ["a"])
  }

  @Test("A record keeps its unique value in an update, and frees it when it is deleted")
  func freed() async throws {
    try await store.insert("a")
    try await store.write(.test) { tx in
      try Tables.organizations.update("a", in: &tx) { $0.defaultWorkspaceId = "w" }
      try Tables.organizations.delete("a", in: &tx)
      try Tables.organizations.insert(Organization("b", named: "name of a"), in: &tx)
    }
    let found = try store.read { tx in
      try table.first(Tables.byName, at: IndexKey("name of a"), in: tx)
    }
    #expect(found?.record.id == "b")
  }

  @Test(
    "The error names the missing record", arguments: ["a", "", String(repeating: "x", count: 600)])
  func notFound(_ id: String) async throws {
    let error = #expect(throws: StoreError.self) {
      try store.read { tx in try table.require(id, in: tx) }
    }
    #expect(error?.status.code == .notFound)
    #expect(error?.reason == "ORGANIZATION_NOT_FOUND")
    #expect(error?.message == "There is no organization \"\(id)\".")
    #expect(try store.read { tx in try table.contains(id, in: tx) } == false)
  }

  @Test("A change with an outdated etag is refused")
  func etag() async throws {
    try await store.insert("a")
    let renamed = try await rename("a", to: "one", ifMatch: "1")
    #expect(renamed.etag == "2")
    let error = await #expect(throws: StoreError.self) {
      try await rename("a", to: "two", ifMatch: "1")
    }
    #expect(error?.status.code == .aborted)
    #expect(error?.reason == "ETAG_MISMATCH")
    await #expect(throws: StoreError.self) {
      try await store.write(.test) { tx in
        try Tables.organizations.delete("a", ifMatch: "1", in: &tx)
      }
    }
    #expect(try store.names() == ["a": "one"])
  }

  @Test("An update that changes nothing has no event and keeps the etag")
  func unchanged() async throws {
    try await store.insert("a")
    let stored = try await rename("a", to: "name of a", ifMatch: "")
    #expect(stored.etag == "1")
    #expect(try store.lastRevision() == 1)
  }

  @Test("A table counts its records")
  func count() async throws {
    try await store.insert("a", "b", "c")
    try await store.write(.test) { tx in try Tables.organizations.delete("b", in: &tx) }
    #expect(try store.read { tx in try table.count(in: tx) } == 2)
  }

  @Test("Deleting all records under an index key appends an event for each")
  func deleteAll() async throws {
    try await store.write(.test) { tx in
      for id in ["a", "b", "c"] {
        try Tables.workspaces.insert(Workspace(id, of: id == "b" ? "y" : "x"), in: &tx)
      }
    }
    let count = try await store.write(.test) { tx in
      try Tables.workspaces.deleteAll(of: Tables.ofOrganization, at: IndexKey("x"), in: &tx)
    }
    #expect(count == 2)
    #expect(try store.read { tx in try Tables.workspaces.count(in: tx) } == 1)
    #expect(try store.events(from: 4).map(\.action) == ["workspace.deleted", "workspace.deleted"])
  }

  @Test("An index key that is too long is refused before anything has changed")
  func longKey() async throws {
    let error = await #expect(throws: StoreError.self) {
      try await store.write(.test) { tx in
        let name = String(repeating: "x", count: 600)
        try Tables.organizations.insert(Organization("a", named: name), in: &tx)
      }
    }
    #expect(error?.reason == "KEY_LENGTH")
    #expect(try store.ids() == [])
  }

  @Test("An incomplete change is not committed, even if the closure continues after the error")
  func halfChanged() async throws {
    // An actor with a NUL can't be serialized. The error comes after record and indexes are
    // written.
    await #expect(throws: ProtobufError.self) {
      try await store.write(.call("x", actor: "nul\0")) { tx in
        try? Tables.organizations.insert(Organization("a"), in: &tx)
      }
    }
    #expect(try store.ids() == [])
  }

  @Test("A closure can continue after a refusal, which changed nothing")
  func refused() async throws {
    try await store.insert("a")
    try await store.write(.test) { tx in
      _ = try? Tables.organizations.insert(Organization("b", named: "name of a"), in: &tx)
      try Tables.organizations.insert(Organization("c"), in: &tx)
    }
    #expect(try store.ids() == ["a", "c"])
  }

  private func rename(
    _ id: String, to name: String, ifMatch etag: String
  ) async throws -> Stored<Organization> {
    try await store.write(.test) { tx in
      try Tables.organizations.update(id, ifMatch: etag, in: &tx) { $0.name = name }
    }
  }
}
