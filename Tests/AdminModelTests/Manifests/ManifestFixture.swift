import AdminProtos
import GoogleProtos
import Store

@testable import AdminModel

extension ManifestSecrets {
  static let testing = ManifestSecrets(
    keys: KeySecrets([UInt8](repeating: 1, count: 32)),
    auth: AuthKeys([UInt8](repeating: 7, count: 32)))
}

/// An empty store to which manifests are applied. Its clock stands still until a test moves it.
final class ManifestFixture: Sendable {
  let base: Fixture
  let clock = TestClock()

  init() throws { base = try Fixture(clock: { [clock] in clock.now }) }

  @discardableResult
  func apply(
    _ objects: [ManifestObject], prune: Bool = false, allowDeletes: UInt32 = 0,
    set: String = ""
  ) async throws -> ManifestOutcome {
    let options = ApplyOptions(prune: prune, allowDeletes: allowDeletes, set: set)
    return try await base.write { tx in
      try Manifests.apply(objects, options, with: .testing, by: .unlimited, in: &tx)
    }
  }

  func plan(_ objects: [ManifestObject]) async throws -> ManifestOutcome {
    let change = Change(actor: "operator/uid:0", plugin: "test", method: "Test")
    return try await base.store.dryRun(change) { tx in
      try Manifests.apply(
        objects, ApplyOptions(plan: true), with: .testing, by: .unlimited, in: &tx)
    }
  }

  /// Returns the outcome of each object in order, even if the manifest is refused. An outcome is
  /// "+ name", "~ name: fields", "= name", "- name" or "! name: REASON".
  func outcome(
    of objects: [ManifestObject], prune: Bool = false, allowDeletes: UInt32 = 100
  ) async throws -> [String] {
    do {
      return try await apply(objects, prune: prune, allowDeletes: allowDeletes).results.map(\.line)
    } catch let refused as ManifestRefused {
      return refused.outcome.results.map(\.line)
    }
  }

  /// Returns the refused objects as "! name: REASON", and "written" if the refused manifest wrote
  /// anything.
  func refusals(of objects: [ManifestObject], prune: Bool = false) async throws -> [String] {
    let revision = try base.store.lastRevision()
    let lines = try await outcome(of: objects, prune: prune).filter { $0.hasPrefix("!") }
    return try base.store.lastRevision() == revision ? lines : lines + ["written"]
  }

  /// Makes a change as the operator, without a manifest.
  @discardableResult
  func byHand<R: Sendable>(
    _ body: @escaping @Sendable (inout WriteTransaction) throws -> R
  ) async throws -> R { try await base.write(body) }
}

extension ApplyResult {
  fileprivate var line: String {
    switch outcome {
    case "created": "+ \(name)"
    case "updated": "~ \(name): \(changes.map(\.field).joined(separator: ", "))"
    case "unchanged": "= \(name)"
    case "deleted": "- \(name)"
    default: "! \(name): \(reason)"
    }
  }
}

extension ManifestObject {
  static let acme = organization("Acme")

  static func organization(_ name: String) -> ManifestObject {
    ManifestObject(object: .organization(OrganizationObject(name: name)))
  }

  static func workspace(_ name: String, in organization: String = "Acme") -> ManifestObject {
    ManifestObject(object: .workspace(WorkspaceObject(organization: organization, name: name)))
  }

  static func member(_ email: String, _ role: String = "", name: String = "", in org: String = "")
    -> ManifestObject
  {
    ManifestObject(
      object: .member(
        MemberObject(
          organization: org.isEmpty ? "Acme" : org, email: email, name: name, role: role)))
  }

  static func invite(_ email: String, _ role: String = "") -> ManifestObject {
    ManifestObject(object: .invite(InviteObject(organization: "Acme", email: email, role: role)))
  }

  static func key(
    _ name: String, in workspace: String = "", id: String = "", value: String = "",
    user: String = "", expiresAt: GoogleTimestamp? = nil, status: String = ""
  ) -> ManifestObject {
    ManifestObject(
      object: .key(
        KeyObject(
          organization: "Acme", workspace: workspace, name: name, id: id, value: value, user: user,
          expiresAt: expiresAt, status: status)))
  }

  static func place(_ email: String, in workspace: String, _ role: String = "")
    -> ManifestObject
  {
    ManifestObject(
      object: .workspaceMember(
        WorkspaceMemberObject(
          organization: "Acme", workspace: workspace, email: email, role: role)))
  }
}
