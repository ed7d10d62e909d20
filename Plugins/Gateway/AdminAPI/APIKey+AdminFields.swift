import AdminProtos
import ProtobufRuntime

extension ApiKey: AdminResource {
  static let adminFields = ResourceFields<ApiKey>(
    "APIKey",
    .text("id", \.id),
    .constant("type", "api_key"),
    .text("name", \.name),
    .text("status", \.status, .oneOf(adminStatuses)),
    .time("created_at", \.createdAt),
    // The creator is null for an admin key and the operator, because a client can't look them up.
    .init("created_by", creatorFields.schema.orNull) { key in
      guard let creator = key.createdBy, creator.type == "user", !creator.id.isEmpty else {
        return .null
      }
      return creatorFields.json(of: creator)
    },
    .time("expires_at", \.expiresAt, .dateTime.orNull),
    .text("partial_key_hint", \.partialKeyHint),
    .init("principal", principalFields.schema.orNull, showing: ["user_id"]) { key in
      key.userId.isEmpty ? .null : principalFields.json(of: key)
    },
    .init("scope", scopeFields.schema, showing: ["workspace_id"]) { scopeFields.json(of: $0) },
    // The older version also has the workspace's id itself, or null for the Default Workspace.
    .init(
      "workspace_id", .string.orNull, showing: ["workspace_id", "in_default_workspace"],
      onlyIn: .v2023
    ) { $0.inDefaultWorkspace ? .null : .string($0.workspaceId) })

  static let creatorFields = ResourceFields<KeyCreator>(
    "APIKeyCreator",
    .text("id", \.id),
    .constant("type", "user"))

  private static let principalFields = ResourceFields<ApiKey>(
    "APIKeyPrincipal",
    .constant("type", "user_actor"),
    .text("user_id", \.userId))

  private static let scopeFields = ResourceFields<ApiKey>(
    "APIKeyScope",
    .constant("type", "workspace"),
    .text("workspace_id", \.workspaceId))

  static let adminStatuses = settableStatuses + ["expired"]
  fileprivate static let settableStatuses = ["active", "inactive", "archived"]
}

extension UpdateKeyRequest {
  static let adminFields = InputValue<UpdateKeyRequest>.object(
    "UpdateAPIKey",
    .nullable("name", .text(.string(1...500))) { $0.name = $1 },
    .nullable("status", .choice(of: ApiKey.settableStatuses)) { $0.status = $1 })
}
