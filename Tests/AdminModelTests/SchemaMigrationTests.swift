import AdminProtos
import GoogleProtos
import Store
import Testing

@testable import AdminModel

@Suite("The migration of an older store")
struct SchemaMigrationTests {
  private static let first = Schema(name: "admin", version: 1, tables: AdminSchema.tables)

  @Test("A store of the first schema opens, keeps its records, and is refused by an older Steward")
  func migration() async throws {
    // The fixture removes the directory; its own store is another one.
    let fixture = try Fixture()
    let path = "\(fixture.directory)/older"
    let organization = try await fill(path)
    try await use(path)
    let error = #expect(throws: StoreError.self) {
      try Store.open(directory: path, schema: Self.first)
    }
    #expect(error?.code == .tooNew)
    let store = try Store.openAdmin(directory: path)
    #expect(
      try store.read { tx in try Organizations.get(organization, by: .unlimited, in: tx).name }
        == "Acme")
  }

  /// Makes a store of the first schema with an organization and a member. Returns the id of the
  /// organization once the store is closed.
  private func fill(_ path: String) async throws -> String {
    let (organization, closed) = try await filled(path)
    for await _ in closed {}
    return organization
  }

  private func filled(_ path: String) async throws -> (String, AsyncStream<Never>) {
    let store = try Store.open(
      directory: path, schema: Self.first, options: StoreOptions(durable: false))
    let change = Change(actor: "operator/uid:0", plugin: "test", method: "Test")
    let organization = try await store.write(change) { tx in
      let made = try Organizations.create(
        CreateOrganizationRequest(name: "Acme"), by: .unlimited, in: &tx)
      _ = try Members.add(
        AddUserRequest(
          organizationId: made.id, email: "a@example.com", name: "A", role: "user"),
        by: .unlimited, in: &tx)
      return made.id
    }
    return (organization, store.closed)
  }

  /// Opens the store with the newest schema, expects what it holds, and waits until it is closed.
  private func use(_ path: String) async throws { for await _ in try used(path) {} }

  private func used(_ path: String) throws -> AsyncStream<Never> {
    let store = try Store.openAdmin(directory: path, options: StoreOptions(durable: false))
    try store.read { tx in
      for table in AdminSchema.tables { #expect(try table.recount(in: tx) == []) }
      let organization = try AdminSchema.organizations.first(
        AdminSchema.organizationsByName, at: IndexKey("Acme"), in: tx)
      let user = try AdminSchema.users.first(
        AdminSchema.usersByAddress,
        at: IndexKey(organization?.record.id ?? "", "a@example.com"), in: tx)
      #expect(user?.record.name == "A")
    }
    return store.closed
  }
}
