internal import AdminProtos
internal import ProtobufRuntime
internal import YAML

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

// The values of manifests, converted to the types of their fields.
extension ManifestVocabulary {
  /// The reason why a value does not fit its field. It never repeats the value, which may be a
  /// secret.
  struct Mismatch: Error {
    let message: String
    let line: Int

    init(_ message: String, at node: YAMLNode) {
      self.message = message
      line = node.line
    }
  }

  /// Returns the value of a field. A text stays as it is written, whatever type YAML gives it: a
  /// workspace may be called `no` or `1.0`.
  static func json(_ node: YAMLNode, for field: FieldDescriptor) throws(Mismatch) -> JSONValue {
    guard !node.isNull else {
      throw Mismatch("has no value; give one, or leave the field out", at: node)
    }
    if field.isRepeated { return try list(node) }
    return switch (field.type, field.typeName) {
    case (.bool, _): .bool(try truth(node))
    case (.message, "google.protobuf.Struct"): try texts(node)
    case (.message, "google.protobuf.Timestamp"): .string(try text(node).withTimeOfDay)
    default: .string(try text(node))
    }
  }

  private static func text(_ node: YAMLNode) throws(Mismatch) -> String {
    guard let text = node.text else {
      throw Mismatch("must be a string, not a list or an object", at: node)
    }
    return text
  }

  private static func truth(_ node: YAMLNode) throws(Mismatch) -> Bool {
    guard let value = node.bool else {
      throw Mismatch("must be true or false", at: node)
    }
    return value
  }

  private static func list(_ node: YAMLNode) throws(Mismatch) -> JSONValue {
    guard case .sequence(let elements) = node.content else {
      throw Mismatch("must be a list, such as [global, us]", at: node)
    }
    var texts: [JSONValue] = []
    for element in elements { texts.append(.string(try text(element))) }
    return .array(texts)
  }

  private static func texts(_ node: YAMLNode) throws(Mismatch) -> JSONValue {
    guard case .mapping(let entries) = node.content else {
      throw Mismatch("must be an object of strings, such as {env: prod}", at: node)
    }
    var members: [(String, JSONValue)] = []
    for (key, value) in entries {
      guard !value.isNull else {
        throw Mismatch("each name must have a value; leave a name out to remove it", at: value)
      }
      members.append((try text(key), .string(try text(value))))
    }
    return .object(members)
  }
}
