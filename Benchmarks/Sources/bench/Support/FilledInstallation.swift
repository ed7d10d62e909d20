import AdminModel
import AdminProtos
import Foundation
import Store

/// A store with many organizations, of which one has all the members and keys.
struct FilledInstallation {
  let organization: String
  let organizations: Int
  let keys: Int

  private static let batch = 5000
  private static let change = Change(actor: "operator/bench", plugin: "bench", method: "bench/Fill")

  init(organizations: Int, members: Int, keys: Int, in directory: URL) async throws {
    organization = try await Self.fill(organizations, members, keys, in: directory)
    self.organizations = organizations
    self.keys = keys
  }

  private static func fill(
    _ organizations: Int, _ members: Int, _ keys: Int, in directory: URL
  ) async throws -> String {
    let store = try Store.openAdmin(
      directory: directory.path, options: StoreOptions(durable: false))
    let ids = try await inBatches(organizations, in: store) { number, tx in
      try Organizations.create(
        CreateOrganizationRequest(name: "Organization \(number)"), by: .unlimited, in: &tx
      ).id
    }
    let organization = ids[ids.count / 2]
    _ = try await inBatches(members, in: store) { number, tx in
      try Members.add(
        AddUserRequest(
          organizationId: organization, email: "m\(number)@example.com", name: "Member \(number)",
          role: "developer"),
        by: .unlimited, in: &tx)
    }
    // No caller ever presents one of these secrets, so the key with which they are hashed doesn't
    // matter.
    let secrets = KeySecrets([UInt8](repeating: 7, count: 32))
    _ = try await inBatches(keys, in: store) { number, tx in
      _ = try Keys.issue(
        IssueKeyRequest(organizationId: organization, name: "Key \(number)"), with: secrets,
        by: .unlimited, in: &tx)
    }
    return organization
  }

  private static func inBatches<Made: Sendable>(
    _ count: Int, in store: Store,
    _ make: @escaping @Sendable (Int, inout WriteTransaction) throws -> Made
  ) async throws -> [Made] {
    var made: [Made] = []
    for start in stride(from: 0, to: count, by: batch) {
      let numbers = start..<min(count, start + batch)
      made += try await store.write(change) { tx in
        var batch: [Made] = []
        for number in numbers { batch.append(try make(number, &tx)) }
        return batch
      }
    }
    return made
  }
}
