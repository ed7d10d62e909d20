import AdminProtos
import ProtobufRuntime

extension Workspace: AdminResource {
  static let adminFields = ResourceFields<Workspace>(
    "Workspace",
    .text("id", \.id),
    .constant("type", "workspace"),
    .text("name", \.name),
    .time("created_at", \.createdAt),
    .time("archived_at", \.archivedAt, .dateTime.orNull),
    .text("display_color", \.displayColor, .color),
    .text("compartment_id", \.compartmentId, .uuid),
    .init("data_residency", DataResidency.adminFields.schema) {
      DataResidency.adminFields.json(of: $0.dataResidency ?? DataResidency())
    },
    .null("external_key_id"),
    .init("tags", .map(of: .string)) { workspace in
      let tags = workspace.tags.sorted { $0.key < $1.key }
      return .object(tags.map { ($0.key, .string($0.value)) })
    },
    .null("user_profile_id"))
}

extension CreateWorkspaceRequest {
  static let adminFields = InputValue<CreateWorkspaceRequest>.object(
    "CreateWorkspace",
    .required("name", .workspaceName) { $0.name = $1 },
    .nullable("display_color", .color) { $0.displayColor = $1 },
    .nullable("tags", .map(of: .text)) { $0.tags = $1 },
    .nullable("data_residency", DataResidency.creationFields) { $0.dataResidency = $1 },
    .externalKey(),
    .userProfile())
}

extension UpdateWorkspaceRequest {
  /// Tags are merged with the existing tags, and a tag that is null is removed.
  static let adminFields = InputValue<UpdateWorkspaceRequest>.object(
    "UpdateWorkspace",
    .optional("name", .workspaceName) { $0.name = $1 },
    .optional("display_color", .color) { $0.displayColor = $1 },
    .nullable("tags", .map(of: InputValue.text.orNull), filling: ["tags", "remove_tags"]) {
      $0.tags = $1.compactMapValues(\.self)
      $0.removeTags = $1.filter { $0.value == nil }.keys.sorted()
    },
    .nullable("data_residency", DataResidency.updateFields) { $0.dataResidency = $1 },
    .externalKey(isDescribed: false),
    .userProfile(isDescribed: false))
}

extension ArchiveWorkspaceRequest {
  static let adminFields = InputValue<ArchiveWorkspaceRequest>.object("ArchiveWorkspace")
}

extension Schema {
  fileprivate static let color = string(matching: "^#[0-9A-Fa-f]{6}$")
}

extension InputValue<String> {
  fileprivate static var color: Self { text(.color) }
  fileprivate static var workspaceName: Self { text(.string(1...40)) }
}

extension InputField {
  fileprivate static func externalKey(isDescribed: Bool = true) -> Self {
    .refused(
      "external_key_id", "This installation has no external keys; leave it out.",
      isDescribed: isDescribed)
  }

  fileprivate static func userProfile(isDescribed: Bool = true) -> Self {
    .refused(
      "user_profile_id", "This installation has no user profiles; leave it out.",
      isDescribed: isDescribed)
  }
}
