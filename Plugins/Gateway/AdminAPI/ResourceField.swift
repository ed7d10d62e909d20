import GoogleProtos
import ProtobufRuntime

/// A member of a resource as the Admin API shows it: its name, its schema, and its value.
///
/// It is a class, so that a resource can be written without copies of the schemas.
final class ResourceField<Resource>: Sendable {
  let name: String
  let schema: Schema
  /// The fields of the message that the value shows.
  let sources: [String]
  /// The only version of the API that has the member; nil if all versions have it.
  let version: APIVersion?
  let value: @Sendable (Resource) -> JSONValue

  /// - Parameter sources: The fields of the message that the value shows; nil: the one that has the
  ///   same name.
  init(
    _ name: String, _ schema: Schema, showing sources: [String]? = nil,
    onlyIn version: APIVersion? = nil, value: @escaping @Sendable (Resource) -> JSONValue
  ) {
    self.name = name
    self.schema = schema
    self.sources = sources ?? [name]
    self.version = version
    self.value = value
  }

  var property: Schema.Property { Schema.Property(name, schema, isRequired: version == nil) }

  func isShown(in version: APIVersion?) -> Bool { self.version == nil || self.version == version }
}

extension ResourceField {
  static func text(
    _ name: String, _ text: @escaping @Sendable (Resource) -> String, _ schema: Schema = .string
  ) -> ResourceField {
    ResourceField(name, schema) { .string(text($0)) }
  }

  static func time(
    _ name: String, _ time: @escaping @Sendable (Resource) -> GoogleTimestamp?,
    _ schema: Schema = .dateTime
  ) -> ResourceField {
    ResourceField(name, schema) { .time(time($0)) }
  }

  /// Returns a member with the same value in all resources of one type, such as `type`.
  static func constant(_ name: String, _ value: String) -> ResourceField {
    ResourceField(name, .constant(value)) { _ in .string(value) }
  }

  /// Returns a member for something that this installation doesn't support.
  static func null(_ name: String) -> ResourceField {
    ResourceField(name, .null, showing: []) { _ in .null }
  }
}
