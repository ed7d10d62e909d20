import AdminProtos
import Testing

@testable import Store

@Suite("The schema of a store")
struct SchemaTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  @Test("A schema that is older than the store is refused")
  func newer() throws {
    _ = try fixture.open(schema(adding: ["two", "three"]))
    let error = #expect(throws: StoreError.self) { try fixture.open(schema(adding: ["two"])) }
    #expect(error?.code == .tooNew)
    #expect(error?.message.contains("written by a newer Steward") == true)
  }

  @Test("A newer schema runs the missing migrations once and in order")
  func forward() throws {
    _ = try fixture.open(schema(adding: ["two"]))
    _ = try fixture.open(schema(adding: ["two", "three", "four"]))
    let store = try fixture.open(schema(adding: ["two", "three", "four"]))
    // A new store has nothing to migrate. It starts at the version of its first schema.
    #expect(try store.ids() == ["four", "three"])
  }

  @Test("A migration that fails leaves the store unchanged")
  func failing() throws {
    _ = try fixture.open(schema(adding: []))
    let broken = Schema(
      name: "test", version: 3, tables: [Tables.organizations],
      migrations: [
        Migration("works") { tx in
          try Tables.organizations.insert(Organization("a"), in: &tx)
        },
        Migration("fails") { _ in throw Refusal() },
      ])
    #expect(throws: Refusal()) { try fixture.open(broken) }
    #expect(try fixture.open(schema(adding: [])).ids() == [])
  }

  @Test("Each schema has its own version in a store")
  func apart() throws {
    _ = try fixture.open(schema(adding: ["two"]))
    let other = Schema(name: "other", tables: [Tables.workspaces])
    #expect(try fixture.open(other).lastRevision() == 0)
  }

  /// Returns a schema of version 1, plus one version for each id. The migration to that version
  /// inserts the id.
  private func schema(adding ids: [String]) -> Schema {
    Schema(
      name: "test", version: ids.count + 1, tables: [Tables.organizations],
      migrations: ids.map { id in
        Migration("insert \(id)") { tx in
          try Tables.organizations.insert(Organization(id), in: &tx)
        }
      })
  }
}
