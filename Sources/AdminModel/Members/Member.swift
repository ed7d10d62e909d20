public import AdminProtos
internal import Store

/// A member of an organization: the user, and their membership.
public struct Member: Hashable, Sendable {
  public let user: UserRecord
  public let membership: MembershipRecord

  /// The etag. It changes when the user or the membership does.
  public let etag: String

  init(_ user: Stored<UserRecord>, _ membership: Stored<MembershipRecord>) {
    self.user = user.record
    self.membership = membership.record
    etag = user.revision > membership.revision ? user.etag : membership.etag
  }

  func requireMatch(_ expected: String) throws {
    guard expected.isEmpty || expected == etag else {
      throw StoreError.etagMismatch("user", user.id)
    }
  }
}

extension Member {
  /// Throws if the change concerns an admin or makes one. It is for callers that want admins left
  /// alone.
  func refuseAdmin(becoming role: String? = nil) throws {
    guard [membership.role, role].contains(Role.admin.rawValue) else { return }
    let problem =
      membership.role == Role.admin.rawValue ? "is an admin" : "would become an admin"
    throw AdminError.refused(
      reason: "ADMINS_SPARED",
      message: "User \(user.id) \(problem) of organization \(membership.organizationId), and this "
        + "client doesn't change admins. Use the command line: steward users.")
  }
}
