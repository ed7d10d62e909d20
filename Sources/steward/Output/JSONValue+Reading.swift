internal import ProtobufRuntime

extension JSONValue {
  /// A string, number or boolean as text without quotes; empty for null, an array or an object.
  var scalarText: String {
    switch self {
    case .null: ""
    case .bool(let value): value ? "true" : "false"
    case .number(let text), .string(let text): text
    case .array, .object: ""
    }
  }
}

extension Message {
  /// Returns the message in the form of JSON that this program prints.
  func wholeJSON() throws -> JSONValue { try jsonValue(options: .whole) }
}
