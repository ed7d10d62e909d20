internal import ProtobufRuntime
internal import YAML

/// The values of manifests, converted to the types of their fields.
///
/// A text stays as it is written, whatever type YAML gives it: a workspace may be called `no` or
/// `1.0`.
enum ManifestValue {
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

  static func json(_ node: YAMLNode, for field: FieldDescriptor) throws(Mismatch) -> JSONValue {
    guard !node.isNull else {
      throw Mismatch("has no value; give one, or leave the field out", at: node)
    }
    if field.isRepeated { return try list(node) }
    return switch (field.type, field.typeName) {
    case (.bool, _): .bool(try truth(node))
    case (.message, "google.protobuf.Struct"): try texts(node)
    case (.message, "google.protobuf.Timestamp"): .string(PointInTime.whole(try text(node)))
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
