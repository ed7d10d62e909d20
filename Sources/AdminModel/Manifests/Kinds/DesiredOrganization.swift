internal import AdminProtos
internal import Store

/// An organization that a manifest desires, identified by its name or its id.
struct DesiredOrganization: DesiredResource {
  static let kind = ManifestKind.organization
  static var desired: WritableKeyPath<ManifestApplication, DesiredResources<Self>> {
    \.organizations
  }

  private let object: OrganizationObject

  static func object(of object: ManifestObject) -> OrganizationObject? {
    guard case .organization(let object) = object.object else { return nil }
    return object
  }

  init(
    _ object: OrganizationObject, in _: ManifestApplication,
    _: borrowing some Transaction & ~Copyable
  ) {
    self.object = object
  }

  /// The name of the organization.
  var identity: String { object.name }
  var references: [String] { [] }

  func find(
    in application: ManifestApplication, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> String? {
    guard object.id.isEmpty else {
      guard try AdminSchema.organizations.contains(object.id, in: tx) else {
        throw Refusal.unknown("organization", object.id)
      }
      return object.id
    }
    guard !object.name.isEmpty else { throw Refusal.required("name", "the organization's name") }
    return try application.set.choose(
      among: Organizations.ids(named: object.name, in: tx), "organization", named: object.name,
      in: tx)
  }

  func findRenamed(
    in application: ManifestApplication, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> String? {
    guard let key = try application.set.key(of: Self.kind, object.name, in: tx),
      try AdminSchema.organizations.contains(key, in: tx)
    else { return nil }
    return key
  }

  func make(
    _ key: String?, in application: inout ManifestApplication, _ tx: inout WriteTransaction
  ) throws -> ResourceChange {
    let access = application.access
    guard let key else {
      let made = try Organizations.create(
        CreateOrganizationRequest(fieldsOf: object), by: access, in: &tx)
      return try ResourceChange(since: nil, made, owned: (made.name, made.id))
    }
    let before = try Organizations.get(key, by: access, in: tx)
    var request = try UpdateOrganizationRequest(fieldsOf: object)
    request.id = key
    let after = try Organizations.update(request, by: access, in: &tx)
    return try ResourceChange(since: before, after)
  }
}

extension DesiredOrganization {
  static func orphan(
    of owned: OwnedObjectRecord, in _: inout ManifestApplication, _ tx: borrowing WriteTransaction
  ) throws -> OrphanedResource? {
    try AdminSchema.organizations.get(owned.id, in: tx).map {
      OrphanedResource(id: $0.record.id, name: $0.record.name)
    }
  }

  static func end(
    _ owned: OwnedObjectRecord, in application: ManifestApplication, _ tx: inout WriteTransaction
  ) throws {
    let organization = try AdminSchema.organizations.require(owned.id, in: tx).record
    try refuseFilled(organization, application, tx)
    let request = DeleteOrganizationRequest(id: organization.id, confirmName: organization.name)
    _ = try Organizations.delete(request, by: application.access, in: &tx)
  }

  /// Throws if the organization contains something that others made. Everything that the set made
  /// in it is deleted with it.
  private static func refuseFilled(
    _ organization: Organization, _ application: ManifestApplication,
    _ tx: borrowing WriteTransaction
  ) throws {
    let id = organization.id
    let pendingDeletion = application.pendingDeletion[id] ?? [:]
    let parts = [
      (
        "workspace",
        try Organizations.workspaceCount(of: id, in: tx) - pendingDeletion[.workspace, default: 0]
      ),
      (
        "member",
        try Organizations.memberCount(of: id, in: tx) - pendingDeletion[.member, default: 0]
      ),
      ("API key", try Organizations.keyCount(of: id, in: tx) - pendingDeletion[.key, default: 0]),
    ].filter { $0.1 > 0 }
    guard !parts.isEmpty else { return }
    throw Refusal.filled(
      "organization", organization.name, with: parts,
      remedy: "delete the organization by hand: steward orgs delete \(id)")
  }
}

extension ResourceChange {
  fileprivate init(
    since former: Organization?, _ organization: Organization,
    owned: (handle: String, organization: String)? = nil
  ) throws {
    let fields = try Self.fields(former, organization) {
      try $0.fields(of: OrganizationObject.self)
    }
    self.init(
      key: organization.id, id: organization.id, name: organization.name, before: fields.before,
      after: fields.after, owned: owned)
  }
}

extension Organizations {
  /// How many candidates are read: enough to list the choices in an error.
  private static let maximumNamed = 10

  /// Returns the ids of the organizations with a name.
  static func ids(
    named name: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> [String] {
    var ids: [String] = []
    try AdminSchema.organizations.forEach(
      of: AdminSchema.organizationsByName, at: IndexKey(name), in: tx
    ) { stored in
      ids.append(stored.record.id)
      return ids.count < maximumNamed
    }
    return ids
  }
}
