internal import AdminProtos
internal import Store

/// One application of a manifest. First every object is resolved to its record and its references.
/// Then the objects are made. Then the records that the set made before and no longer desires end.
struct ManifestApplication {
  /// The kinds in the order in which they are made. Each kind refers only to those before it.
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

  /// The records that the set made and that are no longer in the manifest.
  var superfluous: [ManifestKind: [OwnedObjectRecord]] = [:]
  /// The organizations to delete, each with the number of records of each kind that are deleted
  /// with it.
  var pendingDeletion: [String: [ManifestKind: Int]] = [:]

  /// The results by the positions of the objects.
  private var found: [Int: ApplyResult] = [:]
  private var deletions: [ApplyResult] = []
  /// The names of organizations and workspaces for people, by id, so that each is looked up once.
  private var names: [String: String] = [:]

  /// How many attempts were made: two for each object, one to resolve it and one to make it.
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

  /// The results for the objects, in their order, and then for the records that the manifest no
  /// longer has.
  var results: [ApplyResult] { objects.indices.compactMap { found[$0] } + deletions }

  /// Whether anything was refused so far.
  var isRefused: Bool {
    (Array(found.values) + deletions).contains { $0.came(to: .refused) }
  }

  /// Stores the result for the object at a position.
  mutating func report(_ place: Int, _ result: ApplyResult) {
    var result = result
    result.source = objects[place].source
    found[place] = result
  }

  /// Runs steps for the object at a position. An error is stored as the object's refusal.
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

  /// Returns the name of an organization for people.
  mutating func name(
    ofOrganization id: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> String {
    if let known = names[id] { return known }
    let name = try AdminSchema.organizations.require(id, in: tx).record.name
    names[id] = name
    return name
  }

  /// Returns the name of a workspace for people, such as "Acme/prod".
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
