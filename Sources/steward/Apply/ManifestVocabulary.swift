internal import AdminProtos
internal import ProtobufRuntime

/// A kind of thing that a manifest may wish for: what its documents may say, and the object that they make.
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

  /// What the documents of the kind may say, beside the kind.
  var fieldNames: [String] { fields.map(\.name) }

  func field(_ name: String) -> FieldDescriptor? { fields.first { $0.name == name } }
}
