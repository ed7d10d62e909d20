internal import AdminProtos
internal import Store

/// A member that a manifest desires, identified by their address and organization.
struct DesiredMember: DesiredResource {
  static let kind = ManifestKind.member
  static var desired: WritableKeyPath<ManifestApplication, DesiredResources<Self>> { \.members }

  let identity: MemberReference
  private let object: MemberObject

  static func object(of object: ManifestObject) -> MemberObject? {
    guard case .member(let object) = object.object else { return nil }
    return object
  }

  init(
    _ object: MemberObject, in application: ManifestApplication,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws {
    self.object = object
    identity = try application.place(of: object.email, in: object.organization, tx)
  }

  /// Admins are made first, so that an organization has its new admins before it loses the old
  /// ones.
  var goesFirst: Bool { object.role == Role.admin.rawValue }

  func find(
    in _: ManifestApplication, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> String? {
    try identity.membershipKey(in: tx)
  }

  func make(
    _ key: String?, in application: inout ManifestApplication, _ tx: inout WriteTransaction
  ) throws -> ResourceChange {
    let organization = try application.id(ofOrganization: identity.organization)
    let before = try key.map {
      try Members.member(AdminSchema.memberships.require($0, in: tx), in: tx).resource(in: tx)
    }
    let made = try before ?? add(to: organization, application, &tx)
    let after = try update(made, application, &tx)
    let membershipKey = AdminSchema.membershipKey(organization, after.id)
    let path = try application.name(ofOrganization: organization, in: tx)
    return ResourceChange(
      key: membershipKey, id: after.id, name: "\(path)/\(after.email)",
      before: before?.manifestFields, after: after.manifestFields,
      owned: before == nil ? (identity.handle(in: organization), organization) : nil)
  }

  private func add(
    to organization: String, _ application: ManifestApplication, _ tx: inout WriteTransaction
  ) throws -> User {
    var request = try AddUserRequest(fieldsOf: object)
    request.organizationId = organization
    return try Members.add(request, by: application.access, in: &tx)
  }

  /// Updates a member, even one who was added just now: a user that the organization knew before
  /// keeps the former name until then.
  private func update(
    _ member: User, _ application: ManifestApplication, _ tx: inout WriteTransaction
  ) throws -> User {
    var request = try UpdateUserRequest(fieldsOf: object)
    request.organizationId = member.organizationId
    request.id = member.id
    return try Members.update(request, by: application.access, in: &tx)
  }
}

extension DesiredMember {
  static func orphan(
    of owned: OwnedObjectRecord, in application: inout ManifestApplication,
    _ tx: borrowing WriteTransaction
  ) throws -> OrphanedResource? {
    guard let membership = try AdminSchema.memberships.get(owned.id, in: tx) else { return nil }
    let user = try Members.member(membership, in: tx).user
    let path = try application.name(ofOrganization: owned.organizationId, in: tx)
    return OrphanedResource(id: user.id, name: "\(path)/\(user.email)")
  }

  static func end(
    _ owned: OwnedObjectRecord, in application: ManifestApplication, _ tx: inout WriteTransaction
  ) throws {
    let membership = try AdminSchema.memberships.require(owned.id, in: tx)
    let member = try Members.member(membership, in: tx).resource(in: tx)
    try refuseFilled(member, tx)
    let request = RemoveUserRequest(organizationId: member.organizationId, id: member.id)
    try Members.remove(request, by: application.access, in: &tx)
  }

  /// Throws if the member still has something that others gave. Everything that the set gave has
  /// ended before.
  private static func refuseFilled(_ member: User, _ tx: borrowing WriteTransaction) throws {
    let (user, organization) = (member.id, member.organizationId)
    let parts = [
      ("API key", try Keys.usable(.user(user), of: organization, in: tx)),
      ("workspace membership", try WorkspaceMembers.count(of: user, in: organization, tx)),
    ].filter { $0.1 > 0 }
    guard !parts.isEmpty else { return }
    throw Refusal.filled(
      "member", member.email, with: parts,
      remedy: "remove the member by hand: steward users remove \(user) --org \(organization)")
  }
}

extension User {
  /// The fields that a manifest can set.
  fileprivate var manifestFields: [String: String] {
    ["name": name, "role": role]
  }
}
