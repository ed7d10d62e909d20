import AdminProtos
import ProtobufRuntime

extension Invite {
  /// The invite as the Admin API shows it.
  var adminJSON: JSONValue {
    .object([
      ("id", .string(id)), ("type", .string("invite")), ("email", .string(email)),
      ("role", .string(role)), ("invited_at", .time(invitedAt)), ("expires_at", .time(expiresAt)),
      ("accepted_at", .time(acceptedAt)), ("status", .string(status)),
      ("rbac_group_ids", .array([])),
    ])
  }

  static let adminSchema = Schema.object(
    .init("id", .string), .init("type", .constant("invite")), .init("email", .string),
    .init("role", .oneOf(AdminRoles.ofOrganizations)), .init("invited_at", .dateTime),
    .init("expires_at", .dateTime), .init("accepted_at", .dateTime.orNull),
    .init("status", .oneOf(Self.listedStatuses + ["deleted"])),
    .init("rbac_group_ids", .array(of: .string, atMost: 0))
  ).named("Invite")

  /// The statuses that lists show. No list contains withdrawn invites.
  static let listedStatuses = ["accepted", "expired", "pending"]
}

extension DeleteInviteResponse {
  var adminJSON: JSONValue {
    .object([("id", .string(id)), ("type", .string("invite_deleted"))])
  }

  static let adminSchema = Schema.object(
    .init("id", .string), .init("type", .constant("invite_deleted"))
  ).named("DeletedInvite")
}

extension CreateInviteRequest {
  private static let maximumGroups = 100

  static let adminSchema = Schema.object(
    .init("email", .string), .init("role", .oneOf(AdminRoles.assignable)),
    .init("rbac_group_ids", .array(of: .string, atMost: maximumGroups), isRequired: false)
  ).named("CreateInvite")

  init(_ body: AdminBody) throws(APIError) {
    self.init(
      email: try body.text("email"), role: try body.choice("role", of: AdminRoles.assignable))
    let groups = try body.optionalTexts("rbac_group_ids", atMost: Self.maximumGroups) ?? []
    guard groups.isEmpty else {
      throw .invalidField("rbac_group_ids", "This organization has no RBAC groups; leave it out.")
    }
  }
}
