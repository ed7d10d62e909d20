internal import AdminProtos
internal import Store

extension AdminSchema {
  static let automationPart = SchemaPart(
    tables: [ownedObjects],
    references: [ReferenceRule(from: ownedObjects, to: organizations) { $0.organizationId }],
    cascade: [.all(of: ownedObjects, by: ownedObjectsByOrganization)])

  static let ownedObjects = Table<OwnedObjectRecord>(
    "owned_objects", noun: "owned object",
    key: { IndexKey($0.manifestSet, $0.kind, $0.handle) },
    resource: { "\($0.manifestSet)/\($0.kind)/\($0.handle)" }, isAudited: false,
    indexes: [ownedObjectsBySet, ownedObjectsByID, ownedObjectsByOrganization])

  static let ownedObjectsBySet = Index<OwnedObjectRecord>("by_set") { [IndexKey($0.manifestSet)] }

  static let ownedObjectsByID = Index<OwnedObjectRecord>("by_id") { [IndexKey($0.id)] }

  static let ownedObjectsByOrganization = Index<OwnedObjectRecord>("by_organization") {
    [IndexKey($0.organizationId)]
  }
}
