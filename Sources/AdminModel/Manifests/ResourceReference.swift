internal import AdminProtos
internal import Store

/// A reference to a record that exists, or to a desired resource that is not made yet.
enum ResourceReference: Hashable, Sendable {
  case existing(String)
  /// The position among the desired resources of its kind.
  case desired(Int)

  /// The key of the record, if it exists already.
  var key: String? {
    guard case .existing(let key) = self else { return nil }
    return key
  }

  /// The same key as a list.
  var keys: [String] { key.map { [$0] } ?? [] }
}

/// A reference to a workspace.
struct WorkspaceReference: Hashable, Sendable {
  let organization: ResourceReference
  /// Nil for the Default Workspace of an organization that is not made yet.
  let workspace: ResourceReference?

  /// The keys of the records that exist already.
  var keys: [String] { organization.keys + (workspace?.keys ?? []) }
}

/// A reference to a member of an organization, by their address.
struct MemberReference: Hashable, Sendable {
  let organization: ResourceReference
  let address: MailAddress

  init(typed email: String, in organization: ResourceReference) throws {
    var violations = Violations()
    address = violations.checkAddress(email)
    self.organization = organization
    try violations.check()
  }

  /// Returns the set's handle for records of this member.
  func handle(in place: String) -> String { "\(place)/\(address.folded)" }

  /// Returns the key of the membership; nil if there is none yet.
  func membershipKey(in tx: borrowing some Transaction & ~Copyable) throws -> String? {
    guard let organization = organization.key,
      let membership = try Members.membership(of: address, in: organization, tx)?.record
    else { return nil }
    return AdminSchema.membershipKey(organization, membership.userId)
  }
}

/// A member that another object refers to.
struct NamedMember: Hashable, Sendable {
  let place: MemberReference
  /// The key of the membership, if it exists already.
  let key: String?
}
