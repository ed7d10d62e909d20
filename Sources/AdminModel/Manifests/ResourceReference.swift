internal import AdminProtos
internal import Store

/// What something is in: what is there already, or what is yet to be made of a wish.
enum ResourceReference: Hashable, Sendable {
  case existing(String)
  /// By its place among the wishes of its kind.
  case wished(Int)

  /// The key of what is there already.
  var key: String? {
    guard case .existing(let key) = self else { return nil }
    return key
  }

  /// The same, as a list.
  var keys: [String] { key.map { [$0] } ?? [] }
}

/// The workspace that something is in.
struct WorkspaceReference: Hashable, Sendable {
  let organization: ResourceReference
  /// nil: the Default Workspace of an organization that is yet to be made.
  let workspace: ResourceReference?

  /// The keys of what is there already.
  var keys: [String] { organization.keys + (workspace?.keys ?? []) }
}

/// Somebody in an organization, by their address.
struct MemberReference: Hashable, Sendable {
  let organization: ResourceReference
  let address: MailAddress

  init(typed email: String, in organization: ResourceReference) throws {
    var violations = Violations()
    address = violations.checkAddress(email)
    self.organization = organization
    try violations.check()
  }

  /// What a manifest set calls what it made of them.
  func handle(in place: String) -> String { "\(place)/\(address.folded)" }

  /// Returns the key of their membership; nil if they have none yet.
  func membershipKey(in tx: borrowing some Transaction & ~Copyable) throws -> String? {
    guard let organization = organization.key,
      let membership = try Members.membership(of: address, in: organization, tx)?.record
    else { return nil }
    return AdminSchema.membershipKey(organization, membership.userId)
  }
}

/// A member whom another object names.
struct NamedMember: Hashable, Sendable {
  let place: MemberReference
  /// Of the membership that is there already.
  let key: String?
}
