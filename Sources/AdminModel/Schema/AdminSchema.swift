internal import AdminProtos
internal import Store

/// Every table of the admin domain. Each noun declares its part in a file of its own, and the part
/// is listed here, and in no other place.
enum AdminSchema {
  /// The parts, each after the parts whose records it belongs to.
  static let parts = [
    SchemaPart(tables: [installation, claimCode]), organizationsPart, usersPart, keysPart, authPart,
    automationPart,
  ]

  static let tables = parts.flatMap(\.tables)
  static let schema = Schema(
    name: "admin", version: 2, tables: tables,
    migrations: [
      Migration("find people, keys and workspaces by other properties, and count more of them") {
        tx in
        for table in tables { try table.rebuild(in: &tx) }
      }
    ])

  /// The installation as a whole: one record.
  static let installation = Table<InstallationRecord>(
    "installation", noun: "installation", key: { $0.id })

  /// The code by which a person claims the installation: one record, or none.
  static let claimCode = Table<ClaimCodeRecord>(
    "claim_code", noun: "claim code", key: { $0.id })
}

/// The tables of a noun or of several that belong together, and the rules about their records.
struct SchemaPart: Sendable {
  let tables: [any PortableTable]
  /// The fields that name other records.
  var references: [ReferenceRule] = []
  /// What is deleted with an organization, in this order.
  var cascade: [OrganizationCascade] = []
}
