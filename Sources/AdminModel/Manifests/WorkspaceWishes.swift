internal import StewardProtos
internal import Store

/// A workspace that a manifest wishes for.
struct WorkspaceWish {
  /// Its place in the manifest.
  let place: Int
  let source: String
  let object: WorkspaceObject
  let organization: OrganizationPlace
  /// The workspace that is there already.
  var id: String?
}

/// The workspaces of a manifest.
struct WorkspaceWishes {
  private struct Name: Hashable {
    let organization: OrganizationPlace
    let name: String
  }

  private(set) var wishes: [WorkspaceWish] = []
  private var new: [Name: Int] = [:]
  private var byID: [String: Int] = [:]

  /// The workspaces that are there already.
  var ids: [String] { Array(byID.keys) }

  /// Adds a wish, once it is clear which workspace it means.
  mutating func add(
    _ wish: WorkspaceWish, of set: ManifestSet, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    var wish = wish
    wish.id = try id(of: wish, set, in: tx)
    let name = Name(organization: wish.organization, name: wish.object.name)
    if let former = wish.id.map({ byID[$0] }) ?? new[name] {
      throw Refusal.duplicate(of: wishes[former].source)
    }
    if let id = wish.id { byID[id] = wishes.count } else { new[name] = wishes.count }
    wishes.append(wish)
  }

  /// Lets a wish that was new be the workspace that the set made under this name, which others renamed since.
  mutating func recognize(
    _ index: Int, of set: ManifestSet, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    let wish = wishes[index]
    guard wish.id == nil, case .existing(let organization) = wish.organization else { return }
    let handle = Workspaces.handle(wish.object.name, in: organization)
    guard let id = try set.id(of: .workspace, handle, in: tx), byID[id] == nil,
      let found = try AdminSchema.workspaces.get(id, in: tx),
      found.record.archivedAt == nil || wish.object.archived
    else { return }
    wishes[index].id = id
    byID[id] = index
  }

  private func id(
    of wish: WorkspaceWish, _ set: ManifestSet, in tx: borrowing some Transaction & ~Copyable
  ) throws -> String? {
    let object = wish.object
    guard object.id.isEmpty else { return try id(given: wish, in: tx) }
    guard !object.name.isEmpty else { throw Refusal.required("name", "the workspace's name") }
    guard case .existing(let organization) = wish.organization else { return nil }

    let all = try Workspaces.records(named: object.name, of: organization, in: tx)
    let inUse = all.filter { $0.archivedAt == nil }
    let ids = (inUse.isEmpty && object.archived ? all : inUse).map(\.id)
    let owned = try ids.filter { try set.owns($0, in: tx) }
    guard ids.count > 1, owned.count != 1 else { return owned.first ?? ids.first }
    throw Refusal.ambiguous("workspace", object.name, ids)
  }

  private func id(
    given wish: WorkspaceWish, in tx: borrowing some Transaction & ~Copyable
  ) throws -> String {
    let id = wish.object.id
    guard let record = try AdminSchema.workspaces.get(id, in: tx)?.record,
      wish.organization == .existing(record.organizationId)
    else { throw Refusal.unknown("workspace", id) }
    guard record.archivedAt == nil || wish.object.archived else {
      throw Refusal(
        "WORKSPACE_ARCHIVED",
        "Workspace \(id) is archived, which is for good. Wish for another one, without its id.")
    }
    return id
  }
}

extension Workspaces {
  /// Enough to tell people what there is to choose from.
  private static let mostNamed = 100

  /// What a manifest set calls a workspace: its organization's id doesn't change with the name.
  static func handle(_ name: String, in organization: String) -> String {
    "\(organization)/\(name)"
  }

  fileprivate static func records(
    named name: String, of organization: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> [WorkspaceRecord] {
    var records: [WorkspaceRecord] = []
    try AdminSchema.workspaces.forEach(
      of: AdminSchema.workspacesByName, at: IndexKey(organization, name), in: tx
    ) { stored in
      records.append(stored.record)
      return records.count < mostNamed
    }
    return records
  }
}
