import AdminProtos
import ProtobufRuntime

extension Invite: AdminResource {
  static let adminFields = ResourceFields<Invite>(
    "Invite",
    .text("id", \.id),
    .constant("type", "invite"),
    .text("email", \.email),
    .text("role", \.role, .oneOf(AdminRoles.ofOrganizations)),
    .time("invited_at", \.invitedAt),
    .time("expires_at", \.expiresAt),
    .time("accepted_at", \.acceptedAt, .dateTime.orNull),
    .text("status", \.status, .oneOf(listedStatuses + ["deleted"])),
    .init("rbac_group_ids", .array(of: .string, atMost: 0), showing: []) { _ in .array([]) })

  /// The statuses that lists show. No list contains withdrawn invites.
  static let listedStatuses = ["accepted", "expired", "pending"]
}

extension DeleteInviteResponse: AdminResource {
  static let adminFields = ResourceFields<DeleteInviteResponse>(
    "DeletedInvite",
    .text("id", \.id),
    .constant("type", "invite_deleted"))
}

extension CreateInviteRequest {
  static let adminFields = InputValue<CreateInviteRequest>.object(
    "CreateInvite",
    .required("email", .text) { $0.email = $1 },
    .required("role", .choice(of: AdminRoles.assignable)) { $0.role = $1 },
    .optional("rbac_group_ids", .texts(atMost: 100), filling: []) {
      _, groups throws(APIError) in
      guard groups.isEmpty else {
        throw .invalidField(
          "rbac_group_ids", "This organization has no RBAC groups; leave it out.")
      }
    })
}
