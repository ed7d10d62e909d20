import AdminProtos
import ProtobufRuntime

extension ApiKey {
  /// Returns the key as the Admin API shows it. The older version also has the workspace's id as
  /// `workspace_id`, or null for the Default Workspace.
  func adminJSON(_ version: APIVersion) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("id", .string(id)), ("type", .string("api_key")), ("name", .string(name)),
      ("status", .string(status)), ("created_at", .time(createdAt)), ("created_by", creator),
      ("expires_at", .time(expiresAt)), ("partial_key_hint", .string(partialKeyHint)),
      ("principal", principal),
      (
        "scope",
        .object([("type", .string("workspace")), ("workspace_id", .string(workspaceId))])
      ),
    ]
    if version == .v2023 {
      members.append(("workspace_id", inDefaultWorkspace ? .null : .string(workspaceId)))
    }
    return .object(members)
  }

  /// The user who created the key. It is null for an admin key and the operator, because a client
  /// can't look them up.
  private var creator: JSONValue {
    guard let createdBy, createdBy.type == "user", !createdBy.id.isEmpty else { return .null }
    return .object([("id", .string(createdBy.id)), ("type", .string("user"))])
  }

  private var principal: JSONValue {
    guard !userId.isEmpty else { return .null }
    return .object([("type", .string("user_actor")), ("user_id", .string(userId))])
  }
}

extension ApiKey {
  static let adminStatuses = settableStatuses + ["expired"]
  static let settableStatuses = ["active", "inactive", "archived"]

  static let adminSchema = Schema.object(
    .init("id", .string), .init("type", .constant("api_key")), .init("name", .string),
    .init("status", .oneOf(adminStatuses)), .init("created_at", .dateTime),
    .init("created_by", .either(creatorSchema, .null)), .init("expires_at", .dateTime.orNull),
    .init("partial_key_hint", .string), .init("principal", .either(principalSchema, .null)),
    .init("scope", scopeSchema), .init("workspace_id", .string.orNull, isRequired: false)
  ).named("APIKey")

  private static let creatorSchema = Schema.object(
    .init("id", .string), .init("type", .constant("user"))
  ).named("APIKeyCreator")

  private static let principalSchema = Schema.object(
    .init("type", .constant("user_actor")), .init("user_id", .string)
  ).named("APIKeyPrincipal")

  private static let scopeSchema = Schema.object(
    .init("type", .constant("workspace")), .init("workspace_id", .string)
  ).named("APIKeyScope")
}

extension UpdateKeyRequest {
  static let adminSchema = Schema.object(
    .init("name", .string(1...500).orNull, isRequired: false),
    .init("status", .oneOf(ApiKey.settableStatuses).orNull, isRequired: false)
  ).named("UpdateAPIKey")

  init(_ body: AdminBody) throws(APIError) {
    self.init(
      name: try body.nullableText("name"),
      status: try body.nullableChoice("status", of: ApiKey.settableStatuses))
  }
}
