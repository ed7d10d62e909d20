internal import Store

/// What this version of Steward writes and reads.
enum ExportFormat {
  static let version: UInt32 = 2

  /// The tables whose records hold what the master key has hashed or sealed: worth nothing under another one.
  static let tablesUnderMasterKey = [
    AdminSchema.keys.name, AdminSchema.adminKeys.name, AdminSchema.invites.name,
  ]
}
