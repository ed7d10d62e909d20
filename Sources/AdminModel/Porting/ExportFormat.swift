internal import Store

/// The format of exports that this version of Steward writes and reads.
enum ExportFormat {
  static let version: UInt32 = 2

  /// The tables whose records contain what the master key has hashed or sealed. They are of no use
  /// under another master key.
  static let tablesUnderMasterKey = [
    AdminSchema.keys.name, AdminSchema.adminKeys.name, AdminSchema.invites.name,
  ]
}
