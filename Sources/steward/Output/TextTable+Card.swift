internal import ProtobufRuntime

extension TextTable {
  /// Returns one item as lines of name and value. Nested fields have dotted names. Leaves out empty
  /// values, and the type, which the user knows.
  static func card(of value: JSONValue) -> TextTable {
    let lines = lines(of: value, under: "").filter { !$0.text.isEmpty && $0.name != "type" }
    return TextTable(rows: lines.map { [Cell($0.name, .dim), Cell($0.text)] })
  }

  private static func lines(of value: JSONValue, under path: String) -> [(
    name: String, text: String
  )] {
    switch value {
    case .object(let members):
      members.flatMap { lines(of: $0.1, under: path.isEmpty ? $0.0 : "\(path).\($0.0)") }
    case .array(let elements) where elements.contains(where: \.hasParts):
      elements.enumerated().flatMap { lines(of: $0.element, under: "\(path)[\($0.offset)]") }
    case .array(let elements): [(path, elements.map(\.scalarText).joined(separator: ", "))]
    default: [(path, value.scalarText)]
    }
  }
}

extension JSONValue {
  fileprivate var hasParts: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }
}
