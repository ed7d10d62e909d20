internal import AdminProtos
internal import Store

/// One run of a manifest: first every object's meaning and references are found out, then they are
/// made, and what the set made before and no longer wishes for ends.
struct ManifestApplication {
  /// The kinds in the order in which they are made. Each refers to those before it only.
  static let kinds: [any DesiredResource.Type] = [
    DesiredOrganization.self, DesiredWorkspace.self, DesiredMember.self, DesiredInvite.self,
    DesiredKey.self,
    DesiredWorkspaceMember.self,
  ]

  private static let attemptsBetweenWords = 256

  let set: ManifestSet
  let limit: Int
  let secrets: ManifestSecrets
  let access: Access
  let objects: [ManifestObject]

  var organizations = DesiredResources<DesiredOrganization>()
  var workspaces = DesiredResources<DesiredWorkspace>()
  var members = DesiredResources<DesiredMember>()
  var invites = DesiredResources<DesiredInvite>()
  var keys = DesiredResources<DesiredKey>()
  var workspaceMembers = DesiredResources<DesiredWorkspaceMember>()

  /// What the set made and the manifest no longer has.
  var superfluous: [ManifestKind: [OwnedObjectRecord]] = [:]
  /// The organizations that are deleted, each with how many of each kind go with it.
  var pendingDeletion: [String: [ManifestKind: Int]] = [:]

  /// By the places of the objects.
  private var found: [Int: ApplyResult] = [:]
  private var deletions: [ApplyResult] = []
  /// What people call organizations and workspaces, by id, so that each is looked up once.
  private var names: [String: String] = [:]

  /// How often something was attempted: with each object twice, to understand it and to make it.
  private var attempts = 0
  private let progress: (Int) -> Void

  init(
    _ objects: [ManifestObject], of set: ManifestSet, limit: Int, with secrets: ManifestSecrets,
    by access: Access, progress: @escaping (Int) -> Void
  ) {
    self.objects = objects
    self.set = set
    self.limit = limit
    self.secrets = secrets
    self.access = access
    self.progress = progress
  }

  /// What became of the objects, in their order, and then of those that the manifest doesn't have.
  var results: [ApplyResult] { objects.indices.compactMap { found[$0] } + deletions }

  /// Whether anything was refused so far.
  var isRefused: Bool {
    (Array(found.values) + deletions).contains { $0.came(to: .refused) }
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
    attempts += 1
    if attempts.isMultiple(of: Self.attemptsBetweenWords) { progress(attempts / 2) }
    do {
      try steps(&self)
    } catch {
      let refusal = Refusal(error)
      report(
        place,
        ApplyResult(
          outcome: ResourceOutcome.refused.rawValue, kind: objects[place].kind?.rawValue ?? "",
          name: objects[place].label,
          reason: refusal.reason, message: refusal.message))
    }
  }

  mutating func reportDeletion(_ result: ApplyResult) {
    deletions.append(result)
  }

  /// Returns what people call an organization.
  mutating func name(
    ofOrganization id: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> String {
    if let known = names[id] { return known }
    let name = try AdminSchema.organizations.require(id, in: tx).record.name
    names[id] = name
    return name
  }

  /// Returns what people call a workspace, as "Acme/prod".
  mutating func name(
    ofWorkspace id: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> String {
    if let known = names[id] { return known }
    let record = try AdminSchema.workspaces.require(id, in: tx).record
    let name = "\(try name(ofOrganization: record.organizationId, in: tx))/\(record.name)"
    names[id] = name
    return name
  }
}
