internal import IPCProtos

/// A permission that a method may require of its caller, as the method's rules in its .proto say.
public enum Permission: String, CaseIterable, Sendable {
  case readOrganizations = "orgs.read"
  case createOrganizations = "orgs.create"
  case updateOrganizations = "orgs.update"
  case deleteOrganizations = "orgs.delete"

  case readWorkspaces = "workspaces.read"
  case createWorkspaces = "workspaces.create"
  case updateWorkspaces = "workspaces.update"
  case archiveWorkspaces = "workspaces.archive"
  case readWorkspaceMembers = "workspace_members.read"
  case manageWorkspaceMembers = "workspace_members.manage"

  case readUsers = "users.read"
  case manageUsers = "users.manage"
  case resetPasswords = "users.reset_passwords"
  case manageSuperAdmins = "super_admins.manage"
  case readInvites = "invites.read"
  case manageInvites = "invites.manage"

  case readKeys = "keys.read"
  case issueKeys = "keys.issue"
  case registerKeys = "keys.register"
  case updateKeys = "keys.update"
  case rotateKeys = "keys.rotate"
  case revokeKeys = "keys.revoke"
  case verifyKeys = "keys.verify"
  case revealKeys = "keys.reveal"

  case readAdminKeys = "admin_keys.read"
  case manageAdminKeys = "admin_keys.manage"

  /// The host's own: the log of an organization, as pages and as it grows.
  case readAudit = "audit.read"
  case readEvents = "events.read"

  /// What concerns only the caller: their identity, their sessions, their password.
  case actForOneself = "auth.self"
  case claim = "auth.claim"
  case recover = "auth.recover"
  case resolveCredentials = "auth.resolve"

  case apply = "automation.apply"
  case export = "automation.export"
  case `import` = "automation.import"
  case check = "automation.check"
}

extension Permission {
  /// The permissions that let people in, or give them everything. Credentials of machines never set
  /// the credentials of people.
  private static let ofPeopleAlone: Set<Permission> = [.resetPasswords, .manageSuperAdmins]

  /// Returns whether a principal of this kind may hold the permission, whatever its roles are.
  func mayBeHeld(by kind: IPCPrincipal.Kind) -> Bool {
    switch kind {
    case .user, .operator, .host: true
    default: !Self.ofPeopleAlone.contains(self)
    }
  }
}
