import AdminProtos
import GoogleProtos
import IPCProtos
import Store
import Synchronization
import WellKnownTypes

@testable import AdminModel

/// An organization with a workspace, a member and keys. Its clock stands still until a test moves
/// it.
final class KeyFixture: Sendable {
  static let value = "sk-ant-api03-R2DxxxxxxxxxxxxxxxxxxxxxxxxxigAA"

  let base: Fixture
  let secrets = KeySecrets([UInt8](repeating: 1, count: 32))
  let organization: Organization
  let workspace: Workspace
  let member: String
  private let clock: TestClock

  init() async throws {
    let clock = TestClock()
    self.clock = clock
    base = try Fixture(clock: { clock.now })
    organization = try await base.organization()
    workspace = try await base.workspace(in: organization.id)
    member = try await base.member("member@x.org", in: organization.id).id
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
    let draft = IssueKeyRequest(
      workspaceId: workspace ?? self.workspace.id, name: name, expiresAt: expiresAt, userId: user,
      withoutOwner: isOwnerless)
    return try await base.write { [secrets] tx in
      try Keys.issue(draft, with: secrets, by: access, in: &tx)
    }
  }

  func register(
    _ id: String = "apikey_01Rj2N8SVvo6BePZj99NhmiT", value: String = value, hint: String = "",
    name: String = "", by access: Access = .unlimited
  ) async throws -> ApiKey {
    let request = RegisterKeyRequest(
      id: id, value: value, workspaceId: workspace.id, name: name, partialKeyHint: hint)
    return try await base.write { [secrets] tx in
      try Keys.register(request, with: secrets, by: access, in: &tx)
    }
  }

  func update(
    _ id: String, name: String? = nil, status: String? = nil
  ) async throws -> ApiKey {
    try await base.write { tx in
      try Keys.update(
        UpdateKeyRequest(id: id, name: name, status: status), by: .unlimited, in: &tx)
    }
  }

  func rotate(_ id: String, overlap: Duration = .zero) async throws -> MintedKey {
    try await base.write { [secrets] tx in
      try Keys.rotate(
        RotateKeyRequest(id: id, overlap: GoogleDuration(overlap)), with: secrets, by: .unlimited,
        in: &tx)
    }
  }

  @discardableResult
  func revoke(_ id: String) async throws -> ApiKey {
    try await base.write { tx in try Keys.revoke(id, ifMatch: "", by: .unlimited, in: &tx) }
  }

  func get(_ id: String, by access: Access = .unlimited) throws -> ApiKey {
    try base.store.read { tx in try Keys.get(id, by: access, in: tx) }
  }

  func record(_ id: String) throws -> KeyRecord {
    try base.store.read { tx in try AdminSchema.keys.require(id, in: tx).record }
  }

  func list(
    _ filter: ListKeysRequest = ListKeysRequest(), limit: Int32? = nil, after: String = "",
    before: String = "", by access: Access = .unlimited
  ) throws -> ListKeysResponse {
    var request = filter
    request.organizationId = organization.id
    (request.limit, request.afterId, request.beforeId) = (limit, after, before)
    return try base.store.read { tx in try Keys.list(request, by: access, in: tx) }
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

extension ListKeysResponse {
  var ids: [String] { data.map(\.id) }
}

/// A clock that stands still until a test moves it.
final class TestClock: Sendable {
  private let seconds = Mutex<Int64>(1_750_000_000)

  var now: GoogleTimestamp { GoogleTimestamp(seconds: seconds.withLock { $0 }) }

  func move(_ duration: Duration) {
    seconds.withLock { $0 += duration.components.seconds }
  }
}
