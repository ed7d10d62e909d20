extension Message {
  /// Creates a message from canonical JSON, with either spelling of the fields' names.
  ///
  /// - Throws: ``ProtobufError`` with the path of the wrong field. If the text is not JSON, the
  ///   error has its line and column.
  public init(json text: String) throws(ProtobufError) {
    try self.init(json: JSONValue(parsing: text))
  }

  /// Creates a message from canonical JSON that is already parsed.
  public init(json value: JSONValue) throws(ProtobufError) {
    try self.init(serialized: try Self.descriptor.serialized(fromJSON: value))
  }

  /// Returns the message as canonical JSON. The fields have their names in the `.proto`.
  public func json(
    pretty: Bool = false, options: JSONOptions = JSONOptions()
  ) throws(ProtobufError) -> String {
    let value = try jsonValue(options: options)
    return pretty ? value.prettyDescription : value.description
  }

  /// Returns the message as a value of canonical JSON.
  public func jsonValue(
    options: JSONOptions = JSONOptions()
  ) throws(ProtobufError) -> JSONValue {
    try Self.descriptor.json(fromSerialized: try serialized(), options: options)
  }
}

extension MessageDescriptor {
  /// Translates a message of this type from the wire to canonical JSON.
  public func json(
    fromSerialized bytes: [UInt8], options: JSONOptions = JSONOptions()
  ) throws(ProtobufError) -> JSONValue {
    try JSONFromWire(pool, options).message(WireReader(bytes), definition)
  }

  /// Translates canonical JSON to a message of this type on the wire.
  public func serialized(fromJSON value: JSONValue) throws(ProtobufError) -> [UInt8] {
    try WireFromJSON(pool).message(value, definition)
  }
}

/// The options for printing messages as JSON.
public struct JSONOptions: Hashable, Sendable {
  /// Whether fields without presence are also printed when they have their defaults, for stable
  /// columns.
  public var includesDefaults: Bool

  /// Creates options.
  public init(includesDefaults: Bool = false) {
    self.includesDefaults = includesDefaults
  }

  /// Options that print every field. So a script finds `has_more` even when it is false.
  public static let whole = JSONOptions(includesDefaults: true)
}
