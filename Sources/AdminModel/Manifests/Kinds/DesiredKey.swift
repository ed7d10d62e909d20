internal import AdminProtos
internal import Store

/// An API key that a manifest desires. An issued key is identified by its name in a workspace, a
/// registered key by its id.
struct DesiredKey: DesiredResource {
  enum Identity: Hashable {
    case id(String)
    case name(String, WorkspaceReference)
  }

  static let kind = ManifestKind.key
  static var desired: WritableKeyPath<ManifestApplication, DesiredResources<Self>> { \.keys }

  let object: KeyObject
  let workspace: WorkspaceReference
  /// The desired owner of the key.
  let user: NamedMember?

  static func object(of object: ManifestObject) -> KeyObject? {
    guard case .key(let object) = object.object else { return nil }
    return object
  }

  init(
    _ object: KeyObject, in application: ManifestApplication,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws {
    try object.check()
    self.object = object
    let organization = try application.organization(named: object.organization, in: tx)
    workspace = try application.workspace(named: object.workspace, of: organization, in: tx)
    user =
      try object.user.isEmpty ? nil : application.member(object.user, of: organization, in: tx)
  }

  var identity: Identity { object.id.isEmpty ? .name(object.name, workspace) : .id(object.id) }
  var references: [String] { workspace.keys + [user?.key].compactMap(\.self) }

  func find(
    in application: ManifestApplication, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> String? {
    guard object.id.isEmpty else { return try findGiven(in: tx) }
    guard let workspace = workspace.workspace?.key else { return nil }
    let all = try Keys.keys(named: object.name, of: workspace, in: tx)
    let inUse = all.filter { !$0.hasExpired(at: tx.now) }
    if inUse.isEmpty, let expired = all.last(where: { $0.expiresAt == object.expiresAt }) {
      return expired.id
    }
    return try application.set.choose(
      among: inUse.map(\.id), "key", named: object.name, in: tx)
  }

  private func findGiven(in tx: borrowing some Transaction & ~Copyable) throws -> String? {
    guard let key = try AdminSchema.keys.get(object.id, in: tx)?.record.key else {
      guard object.value.isEmpty else { return nil }
      throw Refusal.unknown("key", object.id)
    }
    guard workspace.organization == .existing(key.organizationId),
      object.workspace.isEmpty || workspace.workspace == .existing(key.workspaceId)
    else {
      throw Refusal(
        "KEY_ELSEWHERE",
        "API key \(object.id) is in workspace \(key.workspaceId) of organization "
          + "\(key.organizationId), and a key can't move. Declare it there.")
    }
    try Keys.refuseArchived(key)
    return object.id
  }

  func findRenamed(
    in application: ManifestApplication, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> String? {
    guard object.id.isEmpty, let workspace = workspace.workspace?.key,
      let id = try application.set.key(of: Self.kind, handle(in: workspace), in: tx),
      let key = try AdminSchema.keys.get(id, in: tx)?.record.key,
      key.archivedAt == nil, !key.hasExpired(at: tx.now)
    else { return nil }
    return id
  }

  /// Returns the set's handle for the key. It contains the workspace's id, which doesn't change
  /// when the workspace is renamed.
  func handle(in workspace: String) -> String {
    object.id.isEmpty ? "\(workspace)/\(object.name)" : object.id
  }
}

extension DesiredKey {
  func make(
    _ key: String?, in application: inout ManifestApplication, _ tx: inout WriteTransaction
  ) throws -> ResourceChange {
    let user = try user.map { try application.id(ofUser: $0, in: tx) } ?? ""
    guard let key else { return try create(for: user, in: &application, &tx) }
    let record = try Keys.find(key, for: .readKeys, by: application.access, in: tx).record
    try object.check(against: record, application.secrets.keys)
    let before = record.key
    let after = try update(before, user: user, application, &tx)
    let fields = try ResourceChange.fields(before, after) { try $0.manifestFields(in: tx) }
    return ResourceChange(
      key: key, id: key, name: try name(of: after, in: &application, tx), before: fields.before,
      after: fields.after)
  }

  private func create(
    for user: String, in application: inout ManifestApplication, _ tx: inout WriteTransaction
  ) throws -> ResourceChange {
    let workspace = try application.id(ofWorkspace: workspace, in: tx)
    var (made, secret) = try put(in: workspace, for: user, application, &tx)
    made = try update(made, user: user, application, &tx)
    return ResourceChange(
      key: made.id, id: made.id, name: try name(of: made, in: &application, tx), before: nil,
      after: try made.manifestFields(in: tx),
      owned: (handle(in: workspace), made.organizationId), secret: secret)
  }

  /// Adds the key. A manifest has the same effect for every caller: a key for which it names no
  /// user has none.
  private func put(
    in workspace: String, for user: String, _ application: ManifestApplication,
    _ tx: inout WriteTransaction
  ) throws -> (ApiKey, secret: String) {
    let (secrets, access) = (application.secrets.keys, application.access)
    guard object.value.isEmpty else {
      var request = try RegisterKeyRequest(fieldsOf: object)
      (request.workspaceId, request.userId, request.withoutOwner) = (workspace, user, user.isEmpty)
      return (try Keys.register(request, with: secrets, by: access, in: &tx), "")
    }
    var request = try IssueKeyRequest(fieldsOf: object)
    (request.workspaceId, request.userId, request.withoutOwner) = (workspace, user, user.isEmpty)
    let minted = try Keys.issue(request, with: secrets, by: access, in: &tx)
    return (minted.key, minted.secret.text)
  }

  private func update(
    _ key: ApiKey, user: String, _ application: ManifestApplication,
    _ tx: inout WriteTransaction
  ) throws -> ApiKey {
    let networks = object.allowedNetworks
    let request = UpdateKeyRequest(
      id: key.id, name: [object.name].first { !$0.isEmpty && $0 != key.name },
      status: [object.status].first { !$0.isEmpty && $0 != key.status },
      allowedNetworks: networks.isEmpty ? nil : AllowedNetworks(ranges: networks))
    if request != UpdateKeyRequest(id: key.id) {
      _ = try Keys.update(request, by: application.access, in: &tx)
    }
    if !user.isEmpty && user != key.userId {
      _ = try Keys.link(
        LinkKeyRequest(id: key.id, userId: user), by: application.access, in: &tx)
    }
    return try AdminSchema.keys.require(key.id, in: tx).record.key
  }

  private func name(
    of key: ApiKey, in application: inout ManifestApplication,
    _ tx: borrowing WriteTransaction
  ) throws -> String {
    "\(try application.name(ofWorkspace: key.workspaceId, in: tx))/\(key.name)"
  }
}

extension DesiredKey {
  static let endNote = "Archived permanently."

  static func orphan(
    of owned: OwnedObjectRecord, in application: inout ManifestApplication,
    _ tx: borrowing WriteTransaction
  ) throws -> OrphanedResource? {
    guard let key = try AdminSchema.keys.get(owned.id, in: tx)?.record.key, key.archivedAt == nil
    else { return nil }
    let path = try application.name(ofWorkspace: key.workspaceId, in: tx)
    return OrphanedResource(id: key.id, name: "\(path)/\(key.name)")
  }

  static func end(
    _ owned: OwnedObjectRecord, in application: ManifestApplication, _ tx: inout WriteTransaction
  ) throws {
    _ = try Keys.revoke(owned.id, ifMatch: "", by: application.access, in: &tx)
  }
}

extension ApiKey {
  /// Returns the fields that a manifest can set, except for the value.
  fileprivate func manifestFields(
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> [String: String] {
    var texts = try fields(of: KeyObject.self)
    if !userId.isEmpty {
      texts["user"] = try AdminSchema.users.require(userId, in: tx).record.email
    }
    return texts
  }
}
