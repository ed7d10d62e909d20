import AdminProtos
import ProtobufRuntime

extension Workspace {
  /// The workspace as the Admin API shows it.
  var adminJSON: JSONValue {
    .object([
      ("id", .string(id)), ("type", .string("workspace")), ("name", .string(name)),
      ("created_at", .time(createdAt)), ("archived_at", .time(archivedAt)),
      ("display_color", .string(displayColor)), ("compartment_id", .string(compartmentId)),
      ("data_residency", (dataResidency ?? DataResidency()).adminJSON), ("external_key_id", .null),
      ("tags", .object(tags.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
      ("user_profile_id", .null),
    ])
  }

  static let adminSchema = Schema.object(
    .init("id", .string), .init("type", .constant("workspace")), .init("name", .string),
    .init("created_at", .dateTime), .init("archived_at", .dateTime.orNull),
    .init("display_color", .color), .init("compartment_id", .uuid),
    .init("data_residency", DataResidency.adminSchema), .init("external_key_id", .null),
    .init("tags", .map(of: .string)), .init("user_profile_id", .null)
  ).named("Workspace")
}

extension Schema {
  fileprivate static let color = string(matching: "^#[0-9A-Fa-f]{6}$")
  fileprivate static let workspaceName = string(1...40)
}

extension AdminBody {
  /// Refuses fields of workspaces that this installation doesn't support.
  fileprivate func refuseWorkspaceExtras() throws(APIError) {
    try refuse("external_key_id", "This installation has no external keys; leave it out.")
    try refuse("user_profile_id", "This installation has no user profiles; leave it out.")
  }
}

extension CreateWorkspaceRequest {
  static let adminFields = [
    "name", "display_color", "tags", "data_residency", "external_key_id", "user_profile_id",
  ]

  static let adminSchema = Schema.object(
    .init("name", .workspaceName), .init("display_color", .color.orNull, isRequired: false),
    .init("tags", .map(of: .string).orNull, isRequired: false),
    .init("data_residency", .either(DataResidency.creationSchema, .null), isRequired: false),
    .init("external_key_id", .null, isRequired: false),
    .init("user_profile_id", .null, isRequired: false)
  ).named("CreateWorkspace")

  init(_ body: AdminBody) throws(APIError) {
    self.init(
      name: try body.text("name"), displayColor: try body.nullableText("display_color"),
      dataResidency: try body.nullableObject(
        "data_residency", fields: DataResidency.creationFields
      ).map { body throws(APIError) in try DataResidency(body) })
    for (key, value) in try body.nullableMap("tags") ?? [] {
      tags[key] = try body.text(value, "tags.\(key)")
    }
    try body.refuseWorkspaceExtras()
  }
}

extension UpdateWorkspaceRequest {
  static let adminFields = CreateWorkspaceRequest.adminFields

  static let adminSchema = Schema.object(
    .init("name", .workspaceName, isRequired: false),
    .init("display_color", .color, isRequired: false),
    .init("tags", .map(of: .string.orNull).orNull, isRequired: false),
    .init("data_residency", .either(DataResidency.updateSchema, .null), isRequired: false)
  ).named("UpdateWorkspace")

  /// Creates the update. Its tags are merged with the existing tags, and a tag that is null is
  /// removed.
  init(_ body: AdminBody) throws(APIError) {
    self.init(
      name: try body.optionalText("name"), displayColor: try body.optionalText("display_color"),
      dataResidency: try body.nullableObject(
        "data_residency", fields: DataResidency.updateFields
      ).map { body throws(APIError) in try DataResidency(body) })
    for (key, value) in try body.nullableMap("tags") ?? [] {
      if value == .null {
        removeTags.append(key)
      } else {
        tags[key] = try body.text(value, "tags.\(key)")
      }
    }
    try body.refuseWorkspaceExtras()
  }
}
