internal import AdminProtos
public import GoogleProtos
internal import IPCProtos
internal import Store

/// A caller's description of a key to create.
public struct KeyDraft: Sendable, Hashable {
  /// Empty for the organization's Default Workspace.
  public var workspace: String
  /// Required where no workspace is given.
  public var organization: String
  public var name: String
  /// Nil for never, unless there is a lifetime.
  public var expiresAt: GoogleTimestamp?
  /// How long the key works from now on. An alternative to `expiresAt`.
  public var lifetime: Duration?
  /// The member who is to own the key; empty for the caller, if the caller is a member.
  public var user: String
  /// Whether the key is a service's. Such a key has no owner and outlives its creator.
  public var isOwnerless: Bool
  /// The only networks from which the key may be used; empty for everywhere.
  public var networks: [String]

  public init(
    workspace: String = "", organization: String = "", name: String,
    expiresAt: GoogleTimestamp? = nil, lifetime: Duration? = nil, user: String = "",
    isOwnerless: Bool = false,
    networks: [String] = []
  ) {
    self.workspace = workspace
    self.organization = organization
    self.name = name
    self.expiresAt = expiresAt
    self.lifetime = lifetime
    self.user = user
    self.isOwnerless = isOwnerless
    self.networks = networks
  }

  /// Reports what is wrong with the draft by itself, and normalizes it.
  mutating func check(at now: GoogleTimestamp, into violations: inout Violations) {
    if !workspace.isEmpty { violations.checkID(workspace, of: .workspace, field: "workspace_id") }
    if !organization.isEmpty || workspace.isEmpty {
      violations.checkID(organization, of: .organization, field: "organization_id")
    }
    if !user.isEmpty { violations.checkID(user, of: .user, field: "user_id") }
    if !user.isEmpty && isOwnerless {
      violations.add("without_owner", "CONTRADICTS_OWNER", "must be false if user_id is given")
    }
    if let expiresAt, expiresAt.microseconds <= now.microseconds {
      violations.add("expires_at", "NOT_IN_FUTURE", "must be in the future")
    }
    if let lifetime {
      violations.checkLifetime(lifetime)
      if expiresAt != nil {
        violations.add("lifetime", "EXCLUSIVE", "can't be given together with expires_at")
      }
    }
    networks = violations.checkNetworks(networks, field: "allowed_networks")
  }

  /// Returns the draft's record in a workspace, without the fields that identify the key and its
  /// secret.
  func record(
    in workspace: WorkspaceRecord, of owner: String, by access: Access, at now: GoogleTimestamp
  ) -> KeyRecord {
    KeyRecord(
      organizationId: workspace.organizationId, workspaceId: workspace.id, name: name,
      status: KeyStatus.active.rawValue, createdAt: now, updatedAt: now,
      expiresAt: expiresAt ?? lifetime.map(now.adding),
      createdById: access.principal.id, createdByType: access.principal.kind.actorWord,
      userId: owner, allowedNetworks: networks)
  }
}
