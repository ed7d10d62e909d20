import AdminProtos
import ProtobufRuntime

extension User {
  /// The member as the Admin API shows them.
  var adminJSON: JSONValue {
    .object([
      ("id", .string(id)), ("type", .string("user")), ("email", .string(email)),
      ("name", .string(name)), ("role", .string(role)), ("added_at", .time(addedAt)),
    ])
  }

  static let adminSchema = Schema.object(
    .init("id", .string), .init("type", .constant("user")), .init("email", .string),
    .init("name", .string), .init("role", .oneOf(AdminRoles.ofOrganizations)),
    .init("added_at", .dateTime)
  ).named("User")
}

extension RemoveUserResponse {
  var adminJSON: JSONValue {
    .object([("id", .string(id)), ("type", .string("user_deleted"))])
  }

  static let adminSchema = Schema.object(
    .init("id", .string), .init("type", .constant("user_deleted"))
  ).named("DeletedUser")
}

extension UpdateUserRequest {
  static let adminSchema = Schema.object(
    .init("role", .oneOf(AdminRoles.assignable))
  ).named("UpdateUser")

  /// Creates the only update of a member that the Admin API allows: a new role, and never for an
  /// admin.
  init(_ body: AdminBody) throws(APIError) {
    self.init(role: try body.choice("role", of: AdminRoles.assignable), spareAdmins: true)
  }
}
