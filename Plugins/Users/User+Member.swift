import AdminLists
import AdminModel
import AdminProtos
import Store

extension User {
  init(_ member: Member) {
    let (user, membership) = (member.user, member.membership)
    self.init(
      id: user.id, type: "user", email: user.email, name: user.name, role: membership.role,
      addedAt: membership.addedAt, organizationId: membership.organizationId, etag: member.etag,
      isSuperAdmin: user.isSuperAdmin, unclaimed: !user.unclaimedIn.isEmpty)
  }
}

extension User {
  /// Creates a message with the fields that are the same in every organization.
  init(_ user: Stored<UserRecord>) {
    self.init(
      id: user.record.id, type: "user", email: user.record.email, name: user.record.name,
      etag: user.etag, isSuperAdmin: user.record.isSuperAdmin,
      unclaimed: !user.record.unclaimedIn.isEmpty)
  }
}

extension ListUsersResponse {
  init(_ page: Listing<Member>) {
    self.init(page.items.map(User.init), hasMore: page.hasMore, id: \.id)
  }
}

extension ListMembershipsResponse {
  init(_ page: Listing<Placement>) {
    let data = page.items.map { place in
      Membership(
        id: place.id, type: "membership", organizationId: place.organization.id,
        organizationName: place.organization.name, user: User(place.member))
    }
    self.init(data, hasMore: page.hasMore, id: \.id)
  }
}
