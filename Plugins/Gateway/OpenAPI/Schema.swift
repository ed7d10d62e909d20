import ProtobufRuntime

/// A JSON Schema in the form of OpenAPI 3.1, with the definitions of the named schemas that it
/// refers to.
struct Schema: Sendable {
  var json: JSONValue
  /// The named schemas, keyed by name. They appear in `#/components/schemas`.
  var definitions: [String: JSONValue] = [:]

  init(_ json: JSONValue, definitions: [String: JSONValue] = [:]) {
    self.json = json
    self.definitions = definitions
  }

  private init(_ members: [(String, JSONValue)], using others: [Schema] = []) {
    let definitions = others.reduce(into: [:]) { known, other in
      known.merge(other.definitions) { first, _ in first }
    }
    self.init(.object(members), definitions: definitions)
  }
}

extension Schema {
  static let string = Schema([("type", .string("string"))])
  static let boolean = Schema([("type", .string("boolean"))])
  static let dateTime = Schema([("type", .string("string")), ("format", .string("date-time"))])
  static let uuid = Schema([("type", .string("string")), ("format", .string("uuid"))])
  static let null = Schema([("type", .string("null"))])
  /// Any JSON.
  static let any = Schema([])

  /// Returns the schema of a string that matches a pattern.
  static func string(matching pattern: String) -> Schema {
    Schema([("type", .string("string")), ("pattern", .string(pattern))])
  }

  /// Returns the schema of a string whose number of characters is in a range.
  static func string(_ lengths: ClosedRange<Int>) -> Schema {
    Schema([
      ("type", .string("string")), ("minLength", .number("\(lengths.lowerBound)")),
      ("maxLength", .number("\(lengths.upperBound)")),
    ])
  }

  /// Returns the schema of a whole number in a range.
  static func integer(_ range: ClosedRange<Int>, default usual: Int? = nil) -> Schema {
    var members: [(String, JSONValue)] = [
      ("type", .string("integer")), ("minimum", .number("\(range.lowerBound)")),
      ("maximum", .number("\(range.upperBound)")),
    ]
    if let usual { members.append(("default", .number("\(usual)"))) }
    return Schema(members)
  }

  /// Returns the schema of one of the given strings.
  static func oneOf(_ values: [String]) -> Schema {
    Schema([("type", .string("string")), ("enum", .array(values.map(JSONValue.string)))])
  }

  /// Returns the schema of exactly one string, such as an object's `type`.
  static func constant(_ value: String) -> Schema {
    Schema([("type", .string("string")), ("const", .string(value))])
  }

  static func array(of element: Schema, atMost count: Int? = nil) -> Schema {
    var members: [(String, JSONValue)] = [("type", .string("array")), ("items", element.json)]
    if let count { members.append(("maxItems", .number("\(count)"))) }
    return Schema(members, using: [element])
  }

  /// Returns the schema of an object with any names, and values of one schema.
  static func map(of value: Schema) -> Schema {
    Schema([("type", .string("object")), ("additionalProperties", value.json)], using: [value])
  }

  /// This schema, or null.
  var orNull: Schema { .either(self, .null) }

  static func either(_ alternatives: Schema...) -> Schema {
    Schema([("anyOf", .array(alternatives.map(\.json)))], using: alternatives)
  }
}

extension Schema {
  /// A member of an object.
  struct Property: Sendable {
    let name: String
    let schema: Schema
    let isRequired: Bool

    init(_ name: String, _ schema: Schema, isRequired: Bool = true) {
      self.name = name
      self.schema = schema
      self.isRequired = isRequired
    }
  }

  /// Returns the schema of an object with these members and no others.
  static func object(_ properties: Property...) -> Schema { object(properties) }

  /// Returns the schema of an object with these members and no others.
  static func object(_ properties: [Property]) -> Schema {
    let required = properties.filter(\.isRequired).map { JSONValue.string($0.name) }
    return Schema(
      [
        ("type", .string("object")),
        ("properties", .object(properties.map { ($0.name, $0.schema.json) })),
        ("required", .array(required)), ("additionalProperties", .bool(false)),
      ], using: properties.map(\.schema))
  }

  /// Returns a reference to this schema under a name of its own.
  func named(_ name: String) -> Schema {
    Schema(
      .object([("$ref", .string("#/components/schemas/\(name)"))]),
      definitions: definitions.merging([name: json]) { _, own in own })
  }
}
