internal import StewardProtos
internal import Store

extension ManifestApplication {
  /// Makes the workspaces as they are wished.
  mutating func makeWorkspaces(in tx: inout WriteTransaction) {
    var names: [String: String] = [:]
    for wish in workspaces.wishes {
      attempt(wish.place) { try $0.makeWorkspace(wish, &names, in: &tx) }
    }
  }

  /// - Parameter names: The names of organizations, so that each is looked up once.
  private mutating func makeWorkspace(
    _ wish: WorkspaceWish, _ names: inout [String: String], in tx: inout WriteTransaction
  ) throws {
    guard let organization = organizations.id(of: wish.organization) else {
      throw Refusal(
        "ORGANIZATION_REFUSED",
        "Its organization can't be made as wished; see what is said of that.")
    }
    let (before, after) = try made(wish, in: organization, &tx)
    if names[organization] == nil {
      names[organization] = try AdminSchema.organizations.require(organization, in: tx).record.name
    }
    let changes = after.changes(since: before)
    report(
      wish.place,
      ApplyResult(
        outcome: before == nil ? .created : changes.isEmpty ? .unchanged : .updated,
        kind: ManifestKind.workspace.rawValue,
        name: "\(names[organization] ?? organization)/\(after.name)", id: after.id,
        changes: changes))
  }

  private func made(
    _ wish: WorkspaceWish, in organization: String, _ tx: inout WriteTransaction
  ) throws -> (before: WorkspaceRecord?, after: WorkspaceRecord) {
    guard let id = wish.id else { return (nil, try create(wish.object, in: organization, &tx)) }
    let before = try Workspaces.get(id, by: access, in: tx).record
    var after = before
    let changes = try WorkspaceChanges(wish.object, over: before)
    if try changes.makeDifference(to: before) {
      after = try Workspaces.update(id, changes, ifMatch: "", by: access, in: &tx).record
    }
    return (before, try archive(after, as: wish.object, &tx))
  }

  private func create(
    _ object: WorkspaceObject, in organization: String, _ tx: inout WriteTransaction
  ) throws -> WorkspaceRecord {
    let draft = try WorkspaceDraft(object, in: organization)
    let made = try Workspaces.create(draft, limit: limit, by: access, in: &tx).record
    let handle = Workspaces.handle(made.name, in: organization)
    try set.own(.workspace, handle, id: made.id, organization: organization, in: &tx)
    return try archive(made, as: object, &tx)
  }

  private func archive(
    _ record: WorkspaceRecord, as object: WorkspaceObject, _ tx: inout WriteTransaction
  ) throws -> WorkspaceRecord {
    guard object.archived, record.archivedAt == nil else { return record }
    return try Workspaces.archive(record.id, ifMatch: "", by: access, in: &tx).record
  }
}
