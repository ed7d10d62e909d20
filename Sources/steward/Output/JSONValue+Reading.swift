internal import ProtobufRuntime

extension JSONValue {
  /// The member of an object by that name.
  subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.0 == name }?.1
  }

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

extension JSONOptions {
  /// With every field, so that a script finds `has_more` when it is false as well.
  static let whole = JSONOptions(includesDefaults: true)
}

extension Message {
  /// The message as this program prints it.
  func wholeJSON() throws -> JSONValue { try jsonValue(options: .whole) }
}
