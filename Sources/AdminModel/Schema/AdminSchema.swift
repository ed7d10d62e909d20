internal import AdminProtos
internal import Store

/// Every table of the admin domain, each declared in the file of its noun. A new table is listed
/// here, and in no other place.
enum AdminSchema {
  static let schema = Schema(name: "admin", version: 1, tables: tables)

  static let tables: [any PortableTable] = [
    installation, organizations, workspaces, users, memberships, workspaceMembers, invites, keys,
    keyUses, passwords, passwordResets, sessions, adminKeys, loginAttempts, loginPeers,
    ownedObjects,
  ]

  /// The installation as a whole: one record.
  static let installation = Table<InstallationRecord>(
    "installation", noun: "installation", key: { $0.id })
}
