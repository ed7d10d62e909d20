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
    let all = try Keys.records(named: object.name, of: workspace, in: tx)
    let inUse = all.filter { !$0.hasExpired(at: tx.now) }
    if inUse.isEmpty, let expired = all.last(where: { $0.expiresAt == object.expiresAt }) {
      return expired.id
    }
    return try application.set.choose(
      among: inUse.map(\.id), "key", named: object.name, in: tx)
  }

  private func findGiven(in tx: borrowing some Transaction & ~Copyable) throws -> String? {
    guard let record = try AdminSchema.keys.get(object.id, in: tx)?.record else {
      guard object.value.isEmpty else { return nil }
      throw Refusal.unknown("key", object.id)
    }
    guard workspace.organization == .existing(record.organizationId),
      object.workspace.isEmpty || workspace.workspace == .existing(record.workspaceId)
    else {
      throw Refusal(
        "KEY_ELSEWHERE",
        "API key \(object.id) is in workspace \(record.workspaceId) of organization "
          + "\(record.organizationId), and a key can't move. Declare it there.")
    }
    try Keys.refuseArchived(record)
    return object.id
  }

  func findRenamed(
    in application: ManifestApplication, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> String? {
    guard object.id.isEmpty, let workspace = workspace.workspace?.key,
      let key = try application.set.key(of: Self.kind, handle(in: workspace), in: tx),
      let record = try AdminSchema.keys.get(key, in: tx)?.record,
      record.archivedAt == nil, !record.hasExpired(at: tx.now)
    else { return nil }
    return key
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
    let before = try Keys.get(key, by: application.access, in: tx).record
    try object.check(against: before, application.secrets.keys)
    let after = try update(before, user: user, application, &tx)
    return ResourceChange(
      key: key, id: key, name: try name(of: after, in: &application, tx),
      before: try before.manifestFields(in: tx), after: try after.manifestFields(in: tx))
  }

  private func create(
    for user: String, in application: inout ManifestApplication, _ tx: inout WriteTransaction
  ) throws -> ResourceChange {
    let workspace = try application.id(ofWorkspace: workspace, in: tx)
    // A manifest has the same effect for every caller: a key for which it names no user has none.
    let draft = KeyDraft(
      workspace: workspace, name: object.name, expiresAt: object.expiresAt, user: user,
      isOwnerless: user.isEmpty, networks: object.allowedNetworks)
    var (made, secret) = try put(draft, application, &tx)
    made = try update(made, user: user, application, &tx)
    return ResourceChange(
      key: made.id, id: made.id, name: try name(of: made, in: &application, tx), before: nil,
      after: try made.manifestFields(in: tx),
      owned: (handle(in: workspace), made.organizationId), secret: secret)
  }

  private func put(
    _ draft: KeyDraft, _ application: ManifestApplication, _ tx: inout WriteTransaction
  ) throws -> (KeyRecord, secret: String) {
    let (secrets, access) = (application.secrets.keys, application.access)
    guard object.value.isEmpty else {
      let key = try Keys.register(
        draft, id: object.id, value: object.value, hint: "", with: secrets, by: access, in: &tx)
      return (key.record, "")
    }
    let minted = try Keys.issue(draft, with: secrets, by: access, in: &tx)
    return (minted.key.record, minted.secret.text)
  }

  private func update(
    _ record: KeyRecord, user: String, _ application: ManifestApplication,
    _ tx: inout WriteTransaction
  ) throws -> KeyRecord {
    var record = record
    let name = [object.name].first { !$0.isEmpty && $0 != record.name }
    let status = [object.status].first { !$0.isEmpty && $0 != record.status }
    let networks = object.allowedNetworks.isEmpty ? nil : object.allowedNetworks
    if name != nil || status != nil || networks != nil {
      record = try Keys.update(
        record.id, name: name, status: status, networks: networks, ifMatch: "",
        by: application.access, in: &tx
      ).record
    }
    guard !user.isEmpty, user != record.userId else { return record }
    return try Keys.link(record.id, to: user, ifMatch: "", by: application.access, in: &tx).record
  }

  private func name(
    of record: KeyRecord, in application: inout ManifestApplication,
    _ tx: borrowing WriteTransaction
  ) throws -> String {
    "\(try application.name(ofWorkspace: record.workspaceId, in: tx))/\(record.name)"
  }
}

extension DesiredKey {
  static let endNote = "Archived permanently."

  static func orphan(
    of owned: OwnedObjectRecord, in application: inout ManifestApplication,
    _ tx: borrowing WriteTransaction
  ) throws -> OrphanedResource? {
    guard let record = try AdminSchema.keys.get(owned.id, in: tx)?.record,
      record.archivedAt == nil
    else { return nil }
    let path = try application.name(ofWorkspace: record.workspaceId, in: tx)
    return OrphanedResource(id: record.id, name: "\(path)/\(record.name)")
  }

  static func end(
    _ owned: OwnedObjectRecord, in application: ManifestApplication, _ tx: inout WriteTransaction
  ) throws {
    _ = try Keys.revoke(owned.id, ifMatch: "", by: application.access, in: &tx)
  }
}

extension KeyRecord {
  /// Returns the fields that a manifest can set, except for the value.
  fileprivate func manifestFields(
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> [String: String] {
    var fields = ["name": name, "status": status]
    if !userId.isEmpty {
      fields["user"] = try AdminSchema.users.require(userId, in: tx).record.email
    }
    if let expiresAt { fields["expires_at"] = try expiresAt.text }
    if !allowedNetworks.isEmpty {
      fields["allowed_networks"] = allowedNetworks.joined(separator: ", ")
    }
    return fields
  }
}
