import AdminProtos
import GoogleProtos
import IPCProtos
import Store
import Synchronization

@testable import AdminModel

/// An organization with a workspace, a member and keys. Its clock stands still until a test moves
/// it.
final class KeyFixture: Sendable {
  static let value = "sk-ant-api03-R2DxxxxxxxxxxxxxxxxxxxxxxxxxigAA"

  let base: Fixture
  let secrets = KeySecrets([UInt8](repeating: 1, count: 32))
  let organization: OrganizationRecord
  let workspace: WorkspaceRecord
  let member: String
  private let clock: TestClock

  init() async throws {
    let clock = TestClock()
    self.clock = clock
    base = try Fixture(clock: { clock.now })
    organization = try await base.organization()
    workspace = try await base.workspace(in: organization.id)
    let organization = organization.id
    member = try await base.write { tx in
      let id = try tx.newID(of: .user)
      try AdminSchema.memberships.insert(
        MembershipRecord(organizationId: organization, userId: id, role: "user", addedAt: tx.now),
        in: &tx)
      return id
    }
  }

  var now: GoogleTimestamp { clock.now }

  func move(_ duration: Duration) { clock.move(duration) }

  func time(in duration: Duration) -> GoogleTimestamp {
    GoogleTimestamp(seconds: now.seconds + duration.components.seconds)
  }

  func access(_ role: Role, workspace: String = "", organization: String? = nil) -> Access {
    let grant = IPCRoleGrant(
      role: role.rawValue, organizationId: organization ?? self.organization.id,
      workspaceId: workspace)
    return Access(of: IPCPrincipal(kind: .user, id: member, roles: [grant]))
  }

  func issue(
    _ name: String = "CI", workspace: String? = nil, expiresAt: GoogleTimestamp? = nil,
    user: String = "", isOwnerless: Bool = false, by access: Access = .unlimited
  ) async throws -> MintedKey {
    let draft = KeyDraft(
      workspace: workspace ?? self.workspace.id, name: name, expiresAt: expiresAt, user: user,
      isOwnerless: isOwnerless)
    return try await base.write { [secrets] tx in
      try Keys.issue(draft, with: secrets, by: access, in: &tx)
    }
  }

  func register(
    _ id: String = "apikey_01Rj2N8SVvo6BePZj99NhmiT", value: String = value, hint: String = "",
    name: String = "", by access: Access = .unlimited
  ) async throws -> KeyDetail {
    let draft = KeyDraft(workspace: workspace.id, name: name)
    return try await base.write { [secrets] tx in
      try Keys.register(
        draft, id: id, value: value, hint: hint, with: secrets, by: access, in: &tx)
    }
  }

  func update(
    _ id: String, name: String? = nil, status: String? = nil
  ) async throws -> KeyDetail {
    try await base.write { tx in
      try Keys.update(id, name: name, status: status, ifMatch: "", by: .unlimited, in: &tx)
    }
  }

  func rotate(_ id: String, overlap: Duration = .zero) async throws -> MintedKey {
    try await base.write { [secrets] tx in
      try Keys.rotate(
        id, overlap: overlap, ifMatch: "", with: secrets, by: .unlimited, in: &tx)
    }
  }

  @discardableResult
  func revoke(_ id: String) async throws -> KeyDetail {
    try await base.write { tx in try Keys.revoke(id, ifMatch: "", by: .unlimited, in: &tx) }
  }

  func get(_ id: String, by access: Access = .unlimited) throws -> KeyDetail {
    try base.store.read { tx in try Keys.get(id, by: access, in: tx) }
  }

  func list(
    _ filter: KeyFilter = KeyFilter(), limit: Int32? = nil, after: String = "",
    before: String = "", by access: Access = .unlimited
  ) throws -> KeyPage {
    try base.store.read { tx in
      try Keys.list(
        organization: organization.id, filter, limit: limit, after: after, before: before,
        by: access, in: tx)
    }
  }

  /// Returns "VALID", or the reason why the secret is not valid.
  func verify(_ secret: String, by access: Access = .unlimited) throws -> String {
    let verdict = try base.store.read { tx in
      try Keys.verify(secret, with: secrets, by: access, in: tx)
    }
    return switch verdict {
    case .valid: "VALID"
    case .invalid(let reason): reason.rawValue
    }
  }
}

extension KeyPage {
  var ids: [String] { items.map(\.record.id) }
}

/// A clock that stands still until a test moves it.
final class TestClock: Sendable {
  private let seconds = Mutex<Int64>(1_750_000_000)

  var now: GoogleTimestamp { GoogleTimestamp(seconds: seconds.withLock { $0 }) }

  func move(_ duration: Duration) {
    seconds.withLock { $0 += duration.components.seconds }
  }
}
