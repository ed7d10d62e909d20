/// What becomes of the keys of a member who leaves an organization.
public struct Leaving: Hashable, Sendable {
  /// The member who is to own the leaver's keys from now on; empty: those keys end.
  public var heir: String
  /// Whether the keys end too that the leaver made and doesn't own.
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
        "reassign_keys_to", "SAME_USER", "must be another member than the one to remove")
    }
  }
}

/// What a removal ended, and what it left.
public struct Removal: Hashable, Sendable {
  /// The keys that the leaver owned or made, and that hadn't ended before.
  public let keys: [Key]
  /// The workspaces in which the leaver had a role of their own.
  public let workspaces: [String]
  /// Whether the leaver was a super admin, and no longer is.
  public let endedSuperAdmin: Bool

  /// A key whose owner or maker has left.
  public struct Key: Hashable, Sendable {
    public enum Kind: String, Sendable {
      case apiKey = "api_key"
      case adminKey = "admin_key"
    }

    public enum Outcome: String, Sendable {
      /// It is archived, or revoked if it is an admin key.
      case ended
      /// It has a new owner.
      case reassigned
      /// It works on as it did.
      case kept
    }

    public let id: String
    public let kind: Kind
    public let name: String
    /// Of an admin key, empty.
    public let workspace: String
    public let hint: String
    /// From now on; empty for none.
    public let owner: String
    public let outcome: Outcome
  }
}
