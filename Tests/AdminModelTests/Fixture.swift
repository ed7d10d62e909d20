import AdminModel
import AdminProtos
import Foundation
import GoogleProtos
import Status
import Store
import WellKnownTypes

/// A store of its own in a new directory, which is deleted with the fixture.
final class Fixture: Sendable {
  let directory: String
  let store: Store

  init(clock: @escaping @Sendable () -> GoogleTimestamp = { GoogleTimestamp.now }) throws {
    directory =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("steward-model-\(UUID().uuidString)").path
    var options = StoreOptions()
    options.durable = false
    options.clock = clock
    store = try Store.openAdmin(directory: directory, options: options)
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  /// Runs `body` as a call of the operator.
  func write<R: Sendable>(
    _ body: @escaping @Sendable (inout WriteTransaction) throws -> R
  ) async throws -> R {
    try await store.write(Change(actor: "operator/uid:0", plugin: "test", method: "Test"), body)
  }

  @discardableResult
  func organization(_ name: String = "Acme") async throws -> Organization {
    try await write { tx in
      try Organizations.create(CreateOrganizationRequest(name: name), by: .unlimited, in: &tx)
    }
  }

  @discardableResult
  func workspace(_ name: String = "Production", in organization: String) async throws
    -> Workspace
  {
    try await write { tx in
      try Workspaces.create(
        CreateWorkspaceRequest(organizationId: organization, name: name), by: .unlimited, in: &tx
      )
    }
  }

  func list(
    _ organization: String, limit: Int32? = nil, after: String = "", before: String = "",
    archived: Bool = false, withDefault: Bool = false
  ) throws -> ListWorkspacesResponse {
    try store.read { tx in
      try Workspaces.list(
        ListWorkspacesRequest(
          organizationId: organization, limit: limit, afterId: after, beforeId: before,
          includeArchived: archived, includeDefault: withDefault),
        by: .unlimited, in: tx)
    }
  }
}

/// Returns the fields that a refusal names, each with its reason.
func violations(of error: (any Error)?) -> [String: String] {
  guard case .invalid(let found)? = error as? AdminError else { return [:] }
  return Dictionary(found.map { ($0.field, $0.reason) }) { first, _ in first }
}

/// Returns the reason that tells a refusal from others.
func reason(of error: (any Error)?) -> String? {
  error.map { Status(describing: $0).reason.rawValue }
}
