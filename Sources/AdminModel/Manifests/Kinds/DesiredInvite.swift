internal import AdminProtos
internal import Store

/// An invite that a manifest desires, identified by its address and organization. A member of the
/// organization needs no invite.
struct DesiredInvite: DesiredResource {
  static let kind = ManifestKind.invite
  static var desired: WritableKeyPath<ManifestApplication, DesiredResources<Self>> { \.invites }

  let identity: MemberReference
  private let object: InviteObject

  static func object(of object: ManifestObject) -> InviteObject? {
    guard case .invite(let object) = object.object else { return nil }
    return object
  }

  init(
    _ object: InviteObject, in application: ManifestApplication,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws {
    self.object = object
    identity = try application.place(of: object.email, in: object.organization, tx)
  }

  func find(
    in _: ManifestApplication, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> String? {
    guard let organization = identity.organization.key else { return nil }
    return try Invites.pending(to: identity.address, of: organization, in: tx)?.id
  }

  /// Looks for the pending invite again, since making the invitee a member withdraws it.
  func make(
    _: String?, in application: inout ManifestApplication, _ tx: inout WriteTransaction
  ) throws -> ResourceChange {
    let organization = try application.id(ofOrganization: identity.organization)
    let path = try application.name(ofOrganization: organization, in: tx)
    let name = "\(path)/\(identity.address.text)"
    let pending = try Invites.pending(to: identity.address, of: organization, in: tx)
    if let pending, isRole(pending.role) {
      return ResourceChange(since: pending, pending, called: name)
    }
    if let change = try settled(in: organization, called: name, tx) { return change }
    if let pending {
      _ = try Invites.delete(pending.id, ifMatch: "", by: application.access, in: &tx)
    }
    let (invite, token) = try invite(to: organization, application, &tx)
    return ResourceChange(
      since: pending, invite, called: name,
      owned: (identity.handle(in: organization), organization), secret: token.text)
  }

  private func invite(
    to organization: String, _ application: ManifestApplication, _ tx: inout WriteTransaction
  ) throws -> (Invite, SecretText) {
    let token = SecretText(prefix: Invites.tokenPrefix)
    var request = try CreateInviteRequest(fieldsOf: object)
    request.organizationId = organization
    let invite = try Invites.create(
      request, tokenHash: application.secrets.auth.inviteHash(of: token.text),
      by: application.access, in: &tx)
    return (invite, token)
  }

  /// Returns the outcome for an invitee who is already a member: through an invite like this, or
  /// with the role of this one. Returns nil for any other invitee. Other members can't be invited.
  private func settled(
    in organization: String, called name: String, _ tx: borrowing WriteTransaction
  ) throws -> ResourceChange? {
    let place = try Members.membership(of: identity.address, in: organization, tx)
    guard let membership = place?.record else { return nil }
    let accepted = try Invites.accepted(by: identity.address, of: organization, in: tx)
    guard isRole(membership.role) || accepted.contains(where: { isRole($0.role) }) else {
      return nil
    }
    return ResourceChange(
      key: AdminSchema.membershipKey(organization, membership.userId), id: accepted.last?.id ?? "",
      name: name, before: [:], after: [:], message: "Already a member.")
  }

  private func isRole(_ role: String) -> Bool { object.role.isEmpty || object.role == role }
}

extension DesiredInvite {
  static let endNote = "Withdrawn."

  static func orphan(
    of owned: OwnedObjectRecord, in application: inout ManifestApplication,
    _ tx: borrowing WriteTransaction
  ) throws -> OrphanedResource? {
    guard let record = try AdminSchema.invites.get(owned.id, in: tx)?.record,
      InviteStatus(of: record, at: tx.now) == .pending
    else { return nil }
    let invite = record.invite
    let path = try application.name(ofOrganization: owned.organizationId, in: tx)
    return OrphanedResource(id: invite.id, name: "\(path)/\(invite.email)")
  }

  static func end(
    _ owned: OwnedObjectRecord, in application: ManifestApplication, _ tx: inout WriteTransaction
  ) throws {
    _ = try Invites.delete(owned.id, ifMatch: "", by: application.access, in: &tx)
  }
}

extension ResourceChange {
  fileprivate init(
    since former: Invite?, _ invite: Invite, called name: String,
    owned: (handle: String, organization: String)? = nil, secret: String = ""
  ) {
    self.init(
      key: invite.id, id: invite.id, name: name, before: former.map { ["role": $0.role] },
      after: ["role": invite.role], owned: owned, secret: secret)
  }
}
