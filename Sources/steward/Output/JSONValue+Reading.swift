internal import ProtobufRuntime

extension JSONValue {
  /// A text, number, truth value or null without quotes; empty for what has parts.
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
  /// The message as this program prints it.
  func wholeJSON() throws -> JSONValue { try jsonValue(options: .whole) }
}
