/// What happens to the keys of a member who leaves an organization.
public struct Leaving: Hashable, Sendable {
  /// The member who owns the leaver's keys from now on; empty to end those keys.
  public var heir: String
  /// Whether to end the keys too that the leaver created but doesn't own.
  public var archivesCreated: Bool

  public init(heir: String = "", archivesCreated: Bool = false) {
    self.heir = heir
    self.archivesCreated = archivesCreated
  }

  func check(of user: String, into violations: inout Violations) {
    guard !heir.isEmpty else { return }
    violations.checkID(heir, of: .user, field: "reassign_keys_to")
    if heir == user {
      violations.add(
        "reassign_keys_to", "SAME_USER", "must be a member other than the one to remove")
    }
  }
}

/// The outcome of a removal: what it ended, and what it kept.
public struct Removal: Hashable, Sendable {
  /// The keys that the leaver owned or created, and that hadn't ended before.
  public let keys: [Key]
  /// The workspaces in which the leaver had a role of their own.
  public let workspaces: [String]
  /// Whether the leaver was a super admin, and no longer is.
  public let endedSuperAdmin: Bool

  /// A key whose owner or creator has left.
  public struct Key: Hashable, Sendable {
    public enum Kind: String, Sendable {
      case apiKey = "api_key"
      case adminKey = "admin_key"
    }

    public enum Outcome: String, Sendable {
      /// It was archived, or revoked if it is an admin key.
      case ended
      /// It has a new owner.
      case reassigned
      /// It works as before.
      case kept
    }

    public let id: String
    public let kind: Kind
    public let name: String
    /// Empty for an admin key.
    public let workspace: String
    public let hint: String
    /// The owner from now on; empty for none.
    public let owner: String
    public let outcome: Outcome
  }
}
