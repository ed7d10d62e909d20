internal import ProtobufRuntime
internal import Yams

/// JSON values as YAML documents, members in their order.
enum YAMLText {
  static func document(_ value: JSONValue) throws -> String {
    try Yams.serialize(node: node(value), width: -1, allowUnicode: true)
  }

  private static func node(_ value: JSONValue) -> Node {
    switch value {
    case .null: Node("null", Tag(.null))
    case .bool(let value): Node(value ? "true" : "false", Tag(.bool))
    case .number(let text): Node(text, Tag(text.contains { ".eE".contains($0) } ? .float : .int))
    case .string(let text): string(text)
    case .array(let elements):
      Node(elements.map(node), Tag(.seq), elements.isEmpty ? .flow : .block)
    case .object(let members):
      Node(members.map { (string($0.0), node($0.1)) }, Tag(.map), members.isEmpty ? .flow : .block)
    }
  }

  /// Quotes a text that YAML would take for something else, as `on`, `1e3` or a date.
  private static func string(_ text: String) -> Node {
    let isPlain = Resolver.default.resolveTag(of: Node(text)) == .str
    return Node(text, Tag(.str), isPlain && !text.isEmpty ? .any : .doubleQuoted)
  }
}
