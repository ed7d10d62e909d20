internal import AdminProtos
internal import Store

/// Every table of the admin domain, each declared in the file of its noun. A new table is listed here, and
/// nowhere else.
enum AdminSchema {
  static let schema = Schema(name: "admin", version: 1, tables: tables)

  static let tables: [any PortableTable] = [
    installation, organizations, workspaces, users, memberships, workspaceMembers, invites, keys,
    keyUses, passwords, passwordResets, sessions, adminKeys, loginAttempts, loginPeers,
    ownedObjects,
  ]

  /// What is true of the installation as a whole: one record.
  static let installation = Table<InstallationRecord>(
    "installation", noun: "installation", key: { $0.id })
}
