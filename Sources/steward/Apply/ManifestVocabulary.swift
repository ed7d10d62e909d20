internal import AdminProtos
internal import ProtobufRuntime

/// A kind of object in a manifest: the fields that its documents may have, and how to make the
/// object.
struct ManifestVocabulary: Sendable {
  let kind: String
  let fields: [FieldDescriptor]
  let object: @Sendable (JSONValue) throws(ProtobufError) -> ManifestObject.Object

  private init<Object: Message>(
    _ kind: String, _ type: Object.Type,
    _ wrap: @escaping @Sendable (Object) -> ManifestObject.Object
  ) {
    guard let descriptor = try? type.descriptor else {
      preconditionFailure("the program's own messages are all defined")
    }
    self.kind = kind
    fields = descriptor.fields
    object = { (json) throws(ProtobufError) in wrap(try Object(json: json)) }
  }

  static let all = [
    ManifestVocabulary("organization", OrganizationObject.self) { .organization($0) },
    ManifestVocabulary("workspace", WorkspaceObject.self) { .workspace($0) },
    ManifestVocabulary("member", MemberObject.self) { .member($0) },
    ManifestVocabulary("invite", InviteObject.self) { .invite($0) },
    ManifestVocabulary("key", KeyObject.self) { .key($0) },
    ManifestVocabulary("workspace_member", WorkspaceMemberObject.self) { .workspaceMember($0) },
  ]

  static let byKind = Dictionary(uniqueKeysWithValues: all.map { ($0.kind, $0) })

  /// The names of the fields that a document of this kind may have, besides `kind`.
  var fieldNames: [String] { fields.map(\.name) }

  func field(_ name: String) -> FieldDescriptor? { fields.first { $0.name == name } }
}
