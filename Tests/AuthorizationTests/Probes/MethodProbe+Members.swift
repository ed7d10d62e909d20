import AdminProtos
import AdminServices

extension MethodProbe {
  static let members: [MethodProbe] = [
    .of("users.v1.Users/Add", .organizations) {
      try await $0.clients.users.add($0.memberRequest())
    },
    .of("users.v1.Users/Get", .organizations) {
      try await $0.clients.users.get(
        GetUserRequest(organizationId: $0.place.organization, id: $0.place.worker))
    },
    .of("users.v1.Users/List", .organizations) {
      try await $0.clients.users.list(ListUsersRequest(organizationId: $0.place.organization))
    },
    .of("users.v1.Users/Update", .organizations) {
      try await $0.clients.users.update(
        UpdateUserRequest(
          organizationId: $0.place.organization, id: $0.place.worker, role: "developer"))
    },
    .of("users.v1.Users/Remove", .organizations) {
      let user = try await $0.freshUser()
      return try await $0.clients.users.remove(
        RemoveUserRequest(organizationId: $0.place.organization, id: user))
    },
    .of("users.v1.Users/Suspend", .organizations) {
      let user = try await $0.freshUser()
      return try await $0.clients.users.suspend(
        SuspendUserRequest(organizationId: $0.place.organization, id: user))
    },
    .of("users.v1.Users/Resume", .organizations) {
      let user = try await $0.freshUser()
      return try await $0.clients.users.resume(
        ResumeUserRequest(organizationId: $0.place.organization, id: user))
    },
    .of("users.v1.Users/Leave", .organizations) {
      try await $0.clients.users.leave(
        LeaveRequest(organizationId: $0.place.organization, dryRun: true))
    },
    .showing("users.v1.Users/ListMemberships", .organizations) {
      let list = try await $0.clients.users.listMemberships(
        ListMembershipsRequest(email: try await $0.workersEmail()))
      return list.data.map(\.organizationId).contains($0.place.organization)
    },
    .of("users.v1.Users/ListSuperAdmins", .installation) {
      try await $0.clients.users.listSuperAdmins(ListSuperAdminsRequest())
    },

    .of("users.v1.Invites/Create", .organizations) {
      try await $0.clients.invites.create($0.inviteRequest())
    },
    .of("users.v1.Invites/Get", .organizations) {
      try await $0.clients.invites.get(GetInviteRequest(id: $0.place.invite))
    },
    .of("users.v1.Invites/List", .organizations) {
      try await $0.clients.invites.list(
        ListInvitesRequest(organizationId: $0.place.organization))
    },
    .of("users.v1.Invites/Renew", .organizations) {
      let id = try await $0.freshInvite()
      return try await $0.clients.invites.renew(RenewInviteRequest(id: id))
    },
    .of("users.v1.Invites/Delete", .organizations) {
      let id = try await $0.freshInvite()
      return try await $0.clients.invites.delete(DeleteInviteRequest(id: id))
    },
  ]
}

extension Attempt {
  fileprivate func memberRequest() -> AddUserRequest {
    AddUserRequest(
      organizationId: place.organization, email: "\(freshName())@fresh.example", name: "Fresh",
      role: "user")
  }

  fileprivate func workersEmail() async throws -> String {
    guard relation != .nowhere else { return "worker@nowhere.example" }
    return try await maker.users.get(
      GetUserRequest(organizationId: place.organization, id: place.worker)
    ).email
  }

  /// Creates a new member of the place's organization, and returns the user's id.
  func freshUser() async throws -> String {
    guard relation != .nowhere else { return place.worker }
    return try await maker.users.add(memberRequest()).id
  }

  fileprivate func freshInvite() async throws -> String {
    guard relation != .nowhere else { return place.invite }
    return try await maker.invites.create(inviteRequest()).invite?.id ?? ""
  }

  func inviteRequest() -> CreateInviteRequest {
    CreateInviteRequest(
      organizationId: place.organization, email: "\(freshName())@fresh.example", role: "user")
  }
}

extension Clients {
  var workspaceMembers: WorkspaceMembersClient { WorkspaceMembersClient(channel) }
  var users: UsersClient { UsersClient(channel) }
  var invites: InvitesClient { InvitesClient(channel) }
}
