import AdminProtos
import LMDB
import Testing

@testable import Store

@Suite("A rebuild of a table's indexes and counters")
struct RebuildTests {
  let fixture: Fixture
  private let before = Before()
  private let after = After()

  init() throws { fixture = try Fixture() }

  /// The table as an older program declares it.
  private struct Before {
    let workspaces = Table<Workspace>("workspaces", noun: "workspace", key: { $0.id })
    var schema: Schema { Schema(name: "test", tables: [workspaces]) }
  }

  /// The table as a newer program declares it, with a migration that rebuilds it.
  private struct After {
    let workspaces: Table<Workspace>
    let byName = Index<Workspace>("name", unique: true) { [IndexKey($0.name)] }
    let byOrganization = Index<Workspace>("organization") { [IndexKey($0.organizationId)] }
    let count = Counter<Workspace>("count") { [IndexKey($0.organizationId)] }

    init() {
      workspaces = Table(
        "workspaces", noun: "workspace", key: { $0.id }, indexes: [byName, byOrganization],
        counters: [count])
    }

    var schema: Schema {
      Schema(
        name: "test", version: 2, tables: [workspaces],
        migrations: [Migration("rebuild") { [workspaces] tx in try workspaces.rebuild(in: &tx) }])
    }
  }

  /// Opens the store, runs `body` with it, and waits until it is closed.
  private func use(
    _ schema: Schema, _ body: @Sendable (Store) async throws -> Void
  ) async throws {
    for await _ in try await closed(after: body, schema) {}
  }

  private func closed(
    after body: @Sendable (Store) async throws -> Void, _ schema: Schema
  ) async throws -> AsyncStream<Never> {
    let store = try fixture.open(schema)
    try await body(store)
    return store.closed
  }

  /// Fills a store with the older program: 1,300 workspaces in three organizations.
  private func fill() async throws {
    try await use(before.schema) { [before] store in
      try await store.write(.test) { tx in
        for number in 0..<1300 {
          try before.workspaces.insert(Workspace("w\(number)", of: "org\(number % 3)"), in: &tx)
        }
      }
    }
  }

  @Test("A store of an older schema opens with the newer one, and new indexes find its records")
  func migrates() async throws {
    try await fill()
    for _ in 0..<2 {
      try await use(after.schema) { [after] store in
        try store.read { tx in
          let found = try after.workspaces.first(after.byName, at: IndexKey("w1234"), in: tx)
          #expect(found?.record.id == "w1234")
          var listed = 0
          try after.workspaces.forEach(
            of: after.byOrganization, at: IndexKey("org1"), in: tx
          ) { _ in
            listed += 1
            return true
          }
          #expect(listed == 433)
          #expect(try after.workspaces.count(after.count, at: IndexKey("org0"), in: tx) == 434)
          #expect(try after.workspaces.recount(in: tx) == [])
        }
        #expect(try store.lastRevision() == 1300)
        try store.verifyChain()
      }
    }
  }

  @Test("An older program refuses the store after its migration")
  func older() async throws {
    try await fill()
    try await use(after.schema) { _ in }
    let error = #expect(throws: StoreError.self) { try fixture.open(before.schema) }
    #expect(error?.code == .tooNew)
  }

  @Test("A rebuild replaces every entry that was there, and keeps the records and their etags")
  func replaces() async throws {
    let store = try fixture.open(after.schema)
    try await store.write(.test) { [after] tx in
      try after.workspaces.insert(Workspace("w", of: "org"), in: &tx)
      try after.workspaces.insert(Workspace("x", of: "org"), in: &tx)
    }
    let former = try store.read { tx in try after.workspaces.require("w", in: tx) }
    try await store.write(.test) { [after] tx in
      try tx.raw.put(
        Array("nothing".utf8).span.bytes, at: Array("stale".utf8).span.bytes,
        in: tx.view.core.database(after.byOrganization.slot))
      try tx.raw.put(
        UInt64(7).bigEndianBytes.span.bytes, at: IndexKey("org").bytes.span.bytes,
        in: tx.view.core.database(after.count.slot))
      try after.workspaces.rebuild(in: &tx)
    }
    try store.read { tx in
      #expect(try after.workspaces.require("w", in: tx) == former)
      #expect(try after.workspaces.recount(in: tx) == [])
      let page = try after.workspaces.page(
        PageRequest(), of: after.byOrganization, at: IndexKey(), in: tx)
      #expect(page.items.map(\.record.id).sorted() == ["w", "x"])
    }
  }

  @Test("A rebuild that finds two records with one unique key leaves the store unchanged")
  func clash() async throws {
    try await use(before.schema) { [before] store in
      try await store.write(.test) { tx in
        var twin = Workspace("twin", of: "org")
        twin.name = "w"
        try before.workspaces.insert(Workspace("w", of: "org"), in: &tx)
        try before.workspaces.insert(twin, in: &tx)
      }
    }
    let error = #expect(throws: StoreError.self) { try fixture.open(after.schema) }
    #expect(error?.code == .taken)
    #expect(try fixture.open(before.schema).lastRevision() == 2)
  }
}
