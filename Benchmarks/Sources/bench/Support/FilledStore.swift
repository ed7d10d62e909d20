import AdminModel
import AdminProtos
import Foundation
import Store
import Timing

/// A store of one organization with many workspaces.
struct FilledStore {
  let path: String
  /// The number of workspaces, without the default one.
  let size: Int
  let organization: String
  /// The ids of some workspaces from all parts of the store.
  private let ids: [String]

  private static let batch = 5000
  private static let change = Change(actor: "operator/bench", plugin: "bench", method: "bench/Fill")

  init(workspaces count: Int, in directory: URL) async throws {
    let store = try Store.openAdmin(
      directory: directory.path, options: StoreOptions(durable: false))
    let id = try await Self.addOrganization(to: store)
    var ids: [String] = []
    for start in stride(from: 0, to: count, by: Self.batch) {
      let numbers = start..<min(count, start + Self.batch)
      ids += try await store.write(Self.change) { tx in
        try numbers.map { number in
          let draft = CreateWorkspaceRequest(organizationId: id, name: "Workspace \(number)")
          return try Workspaces.create(draft, limit: .max, by: .unlimited, in: &tx).id
        }
      }.suffix(1000 * Self.batch / max(count, Self.batch))
    }
    self.ids = ids
    organization = id
    path = directory.path
    size = count
  }

  /// Creates a store with some organizations.
  static func addOrganizations(
    _ count: Int, in directory: URL, isDurable: Bool = true
  ) async throws {
    let store = try Store.openAdmin(
      directory: directory.path, options: StoreOptions(durable: isDurable))
    for _ in 0..<count { _ = try await addOrganization(to: store) }
  }

  /// Returns the id of a random workspace.
  func id(_ random: inout XorShift) -> String { ids[random.index(below: ids.count)] }

  private static func addOrganization(to store: Store) async throws -> String {
    try await store.write(change) { tx in
      try Organizations.create(CreateOrganizationRequest(name: "Bench"), by: .unlimited, in: &tx).id
    }
  }
}
