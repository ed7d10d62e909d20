import AdminProtos

extension User: AdminResource {
  static let adminFields = ResourceFields<User>(
    "User",
    .text("id", \.id),
    .constant("type", "user"),
    .text("email", \.email),
    .text("name", \.name),
    .text("role", \.role, .oneOf(AdminRoles.ofOrganizations)),
    .time("added_at", \.addedAt))
}

extension RemoveUserResponse: AdminResource {
  static let adminFields = ResourceFields<RemoveUserResponse>(
    "DeletedUser",
    .text("id", \.id),
    .constant("type", "user_deleted"))
}

extension UpdateUserRequest {
  static let adminFields = InputValue<UpdateUserRequest>.object(
    "UpdateUser",
    .required("role", .choice(of: AdminRoles.assignable)) { $0.role = $1 })
}

extension RevokeAllSessionsRequest {
  /// A sign-out has no members.
  static let adminFields = InputValue<RevokeAllSessionsRequest>.object("SignOutUser")
}
