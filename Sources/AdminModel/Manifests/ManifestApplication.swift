internal import StewardProtos
internal import Store

/// One run of a manifest: first every object's meaning and references are found out, then they are made, those that
/// others refer to first.
struct ManifestApplication {
  let set: ManifestSet
  let limit: Int
  let access: Access
  let objects: [ManifestObject]
  var organizations = OrganizationWishes()
  var workspaces = WorkspaceWishes()
  /// What the set made and the manifest no longer has.
  var superfluous: [OwnedObjectRecord] = []

  /// By the places of the objects.
  private var found: [Int: ApplyResult] = [:]
  private var deletions: [ApplyResult] = []

  init(_ objects: [ManifestObject], of set: ManifestSet, limit: Int, by access: Access) {
    self.objects = objects
    self.set = set
    self.limit = limit
    self.access = access
  }

  /// What became of the objects, in their order, and then of those that the manifest doesn't have.
  var results: [ApplyResult] { objects.indices.compactMap { found[$0] } + deletions }

  /// Whether anything was refused so far.
  var isRefused: Bool {
    (Array(found.values) + deletions).contains { $0.outcome == .refused }
  }

  /// Says what became of the object at a place.
  mutating func report(_ place: Int, _ result: ApplyResult) {
    var result = result
    result.source = objects[place].source
    found[place] = result
  }

  /// Does what may be refused with the object at a place.
  mutating func attempt(
    _ place: Int, _ steps: (inout ManifestApplication) throws -> Void
  ) {
    do {
      try steps(&self)
    } catch {
      let refusal = Refusal(error)
      report(
        place,
        ApplyResult(
          outcome: .refused, kind: objects[place].kind?.rawValue ?? "", name: objects[place].label,
          reason: refusal.reason, message: refusal.message))
    }
  }

  mutating func reportDeletion(_ result: ApplyResult) {
    deletions.append(result)
  }
}

extension ManifestObject {
  /// What people call it, from what it says of itself alone.
  fileprivate var label: String {
    switch object {
    case .organization(let object): object.name.isEmpty ? object.id : object.name
    case .workspace(let object):
      Self.path(object.organization, object.name.isEmpty ? object.id : object.name)
    case .member(let object): Self.path(object.organization, object.email)
    case .invite(let object): Self.path(object.organization, object.email)
    case .key(let object): Self.path(object.organization, object.workspace, object.name)
    case .workspaceMember(let object):
      Self.path(object.organization, object.workspace, object.email)
    case nil: ""
    }
  }

  private static func path(_ parts: String...) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: "/")
  }
}
