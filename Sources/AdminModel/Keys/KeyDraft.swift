internal import AdminProtos
public import GoogleProtos
internal import IPCProtos
internal import Store

/// What a caller says of a key to be made.
public struct KeyDraft: Sendable, Hashable {
  /// Empty: the organization's Default Workspace.
  public var workspace: String
  /// Needed without a workspace.
  public var organization: String
  public var name: String
  /// Never, when nil and there is no lifetime either.
  public var expiresAt: GoogleTimestamp?
  /// How long it works from now on, instead.
  public var lifetime: Duration?
  /// The member whose key it is to be. Empty: the caller, if it is one.
  public var user: String
  /// Whether it is a service's, which has no owner and outlives its maker.
  public var isOwnerless: Bool
  /// The networks from which alone it may be used; none: everywhere.
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

  /// Adds what is wrong with it by itself, and gives it its normal form.
  mutating func check(at now: GoogleTimestamp, into violations: inout Violations) {
    if !workspace.isEmpty { violations.checkID(workspace, of: .workspace, field: "workspace_id") }
    if !organization.isEmpty || workspace.isEmpty {
      violations.checkID(organization, of: .organization, field: "organization_id")
    }
    if !user.isEmpty { violations.checkID(user, of: .user, field: "user_id") }
    if !user.isEmpty && isOwnerless {
      violations.add("without_owner", "CONTRADICTS_OWNER", "must be false where user_id is given")
    }
    if let expiresAt, expiresAt.microseconds <= now.microseconds {
      violations.add("expires_at", "NOT_IN_FUTURE", "must be a time to come")
    }
    if let lifetime {
      violations.checkLifetime(lifetime)
      if expiresAt != nil {
        violations.add("lifetime", "EXCLUSIVE", "can't be given together with expires_at")
      }
    }
    networks = violations.checkNetworks(networks, field: "allowed_networks")
  }

  /// The record of it in a workspace, without what makes it a key.
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
