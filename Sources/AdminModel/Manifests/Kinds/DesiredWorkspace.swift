internal import AdminProtos
internal import Store

/// A workspace that a manifest desires, identified by its name in an organization, or by its id.
struct DesiredWorkspace: DesiredResource {
  /// A name in an organization.
  struct Identity: Hashable {
    let organization: ResourceReference
    let name: String
  }

  static let kind = ManifestKind.workspace
  static var desired: WritableKeyPath<ManifestApplication, DesiredResources<Self>> { \.workspaces }

  let organization: ResourceReference
  private let object: WorkspaceObject

  static func object(of object: ManifestObject) -> WorkspaceObject? {
    guard case .workspace(let object) = object.object else { return nil }
    return object
  }

  init(
    _ object: WorkspaceObject, in application: ManifestApplication,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws {
    self.object = object
    organization = try application.organization(named: object.organization, in: tx)
  }

  var identity: Identity { Identity(organization: organization, name: object.name) }
  var references: [String] { organization.keys }

  func find(
    in application: ManifestApplication, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> String? {
    guard object.id.isEmpty else { return try findGiven(in: tx) }
    guard !object.name.isEmpty else { throw Refusal.required("name", "the workspace's name") }
    guard let organization = organization.key else { return nil }
    let all = try Workspaces.records(named: object.name, of: organization, in: tx)
    let inUse = all.filter { $0.archivedAt == nil }
    return try application.set.choose(
      among: (inUse.isEmpty && object.archived ? all : inUse).map(\.id), "workspace",
      named: object.name, in: tx)
  }

  private func findGiven(in tx: borrowing some Transaction & ~Copyable) throws -> String {
    guard let record = try AdminSchema.workspaces.get(object.id, in: tx)?.record,
      organization == .existing(record.organizationId)
    else { throw Refusal.unknown("workspace", object.id) }
    guard record.archivedAt == nil || object.archived else {
      throw Refusal(
        "WORKSPACE_ARCHIVED",
        "Workspace \(object.id) is archived permanently. Declare another one, without this id.")
    }
    return object.id
  }

  func findRenamed(
    in application: ManifestApplication, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> String? {
    guard let organization = organization.key,
      let key = try application.set.key(
        of: Self.kind, Workspaces.handle(object.name, in: organization), in: tx),
      let found = try AdminSchema.workspaces.get(key, in: tx),
      found.record.archivedAt == nil || object.archived
    else { return nil }
    return key
  }
}

extension DesiredWorkspace {
  func make(
    _ key: String?, in application: inout ManifestApplication, _ tx: inout WriteTransaction
  ) throws -> ResourceChange {
    let organization = try application.id(ofOrganization: organization)
    let before = try key.map { try Workspaces.get($0, by: application.access, in: tx) }
    let made =
      try before.map { try update($0, application, &tx) }
      ?? create(in: organization, application, &tx)
    let after = try archive(made, application, &tx)
    let fields = try ResourceChange.fields(before, after) { try $0.manifestFields }
    return ResourceChange(
      key: after.id, id: after.id,
      name: "\(try application.name(ofOrganization: organization, in: tx))/\(after.name)",
      before: fields.before, after: fields.after,
      owned: key == nil ? (Workspaces.handle(after.name, in: organization), organization) : nil)
  }

  private func create(
    in organization: String, _ application: ManifestApplication, _ tx: inout WriteTransaction
  ) throws -> Workspace {
    let request = try CreateWorkspaceRequest(object, in: organization)
    return try Workspaces.create(
      request, limit: application.limit, by: application.access, in: &tx)
  }

  private func update(
    _ record: Workspace, _ application: ManifestApplication, _ tx: inout WriteTransaction
  ) throws -> Workspace {
    let request = try UpdateWorkspaceRequest(object, over: record)
    guard try request.makesDifference(to: record) else { return record }
    return try Workspaces.update(request, by: application.access, in: &tx)
  }

  private func archive(
    _ record: Workspace, _ application: ManifestApplication, _ tx: inout WriteTransaction
  ) throws -> Workspace {
    guard object.archived, record.archivedAt == nil else { return record }
    return try Workspaces.archive(record.id, ifMatch: "", by: application.access, in: &tx)
  }
}

extension DesiredWorkspace {
  static let endNote = "Archived permanently."

  static func orphan(
    of owned: OwnedObjectRecord, in application: inout ManifestApplication,
    _ tx: borrowing WriteTransaction
  ) throws -> OrphanedResource? {
    guard let record = try AdminSchema.workspaces.get(owned.id, in: tx)?.record,
      record.archivedAt == nil
    else { return nil }
    return OrphanedResource(
      id: record.id, name: try application.name(ofWorkspace: record.id, in: tx))
  }

  static func end(
    _ owned: OwnedObjectRecord, in application: ManifestApplication, _ tx: inout WriteTransaction
  ) throws {
    let keys = try Keys.usable(.workspace(owned.id), of: owned.organizationId, in: tx)
    guard keys == 0 else {
      throw Refusal.filled(
        "workspace", try AdminSchema.workspaces.require(owned.id, in: tx).record.name,
        with: [("API key", keys)],
        remedy: "archive the workspace by hand: steward workspaces archive \(owned.id)")
    }
    _ = try Workspaces.archive(owned.id, ifMatch: "", by: application.access, in: &tx)
  }
}

extension Workspace {
  /// The fields that a manifest can set.
  fileprivate var manifestFields: [String: String] {
    get throws {
      var texts = try fields(of: WorkspaceObject.self)
      if archivedAt != nil { texts["archived"] = "true" }
      for (key, value) in tags { texts["tags.\(key)"] = value }
      return texts
    }
  }
}

extension Workspaces {
  /// How many candidates are read: enough to list the choices in an error.
  private static let maximumNamed = 100

  /// Returns the set's handle for a workspace. It contains the organization's id, which doesn't
  /// change when the organization is renamed.
  fileprivate static func handle(_ name: String, in organization: String) -> String {
    "\(organization)/\(name)"
  }

  /// Returns the workspaces with a name, archived or not.
  static func records(
    named name: String, of organization: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> [Workspace] {
    var records: [Workspace] = []
    try AdminSchema.workspaces.forEach(
      of: AdminSchema.workspacesByName, at: IndexKey(organization, name), in: tx
    ) { stored in
      records.append(stored.record)
      return records.count < maximumNamed
    }
    return records
  }
}
