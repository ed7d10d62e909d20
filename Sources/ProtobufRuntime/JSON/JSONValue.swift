/// A JSON value, exactly as it was written. Numbers keep their digits and objects keep their order.
public enum JSONValue: Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number as text. It is never converted to a `Double`.
  case number(String)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Members in their order. In a parsed object, their names are distinct.
  case object([(String, JSONValue)])

  /// Parses one JSON text.
  ///
  /// - Throws: ``ProtobufError`` with line, column and path if the text is not JSON, names a member
  ///   of an object twice, is nested deeper than ``ProtobufLimits/depth``, or has more values or
  ///   longer numbers than ``ProtobufLimits`` allows.
  public init(parsing text: String) throws(ProtobufError) {
    self = try JSONParser.parse(text)
  }

  /// Returns the member of an object with that name, or `nil` if there is none or the value is no
  /// object.
  public subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.0 == name }?.1
  }

  /// The kind of value, for messages to users.
  var kind: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

extension JSONValue: Hashable {
  public static func == (a: JSONValue, b: JSONValue) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)), (.string(let a), .string(let b)): a == b
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): a.elementsEqual(b) { $0 == $1 }
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .number(let text), .string(let text): hasher.combine(text)
    case .array(let elements): hasher.combine(elements)
    case .object(let members):
      for (name, value) in members {
        hasher.combine(name)
        hasher.combine(value)
      }
    }
  }
}

extension JSONValue: CustomStringConvertible {
  /// The JSON on one line.
  public var description: String { String(decoding: utf8, as: UTF8.self) }

  /// The JSON with one member or element on each line, indented by two spaces.
  public var prettyDescription: String {
    String(decoding: JSONPrinter.bytes(of: self, isPretty: true), as: UTF8.self)
  }

  /// The JSON on one line, as it is sent.
  public var utf8: [UInt8] { JSONPrinter.bytes(of: self, isPretty: false) }
}
