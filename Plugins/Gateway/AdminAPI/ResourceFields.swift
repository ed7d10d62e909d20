import ProtobufRuntime

/// The members of one kind of object in the responses of the Admin API, in their order. From them
/// follow the object's JSON and its schema.
struct ResourceFields<Resource>: Sendable {
  let schema: Schema
  private let fields: [ResourceField<Resource>]

  /// - Parameter name: The name of the schema.
  init(_ name: String, _ fields: ResourceField<Resource>...) {
    self.fields = fields
    schema = .object(fields.map(\.property)).named(name)
  }

  /// The fields of the message that the members show.
  var sources: [String] { fields.flatMap(\.sources) }

  /// Returns the object with the members that a version of the API has.
  ///
  /// - Parameter version: The version; nil: only the members that all versions have.
  func json(of resource: Resource, in version: APIVersion? = nil) -> JSONValue {
    var members: [(String, JSONValue)] = []
    members.reserveCapacity(fields.count)
    for field in fields where field.isShown(in: version) {
      members.append((field.name, field.value(resource)))
    }
    return .object(members)
  }
}

/// A message that the Admin API shows as an object.
protocol AdminResource: Message {
  static var adminFields: ResourceFields<Self> { get }
}

extension AdminRequest {
  /// Returns a resource in the form of the version that the client speaks.
  func json(_ resource: some AdminResource) -> JSONValue {
    type(of: resource).adminFields.json(of: resource, in: version)
  }
}
