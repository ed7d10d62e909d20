/// A part of a YAML document, with the line where it begins.
package struct YAMLNode: Sendable {
  /// The content of a part.
  package enum Content: Sendable {
    /// A text. A plain text has no quotes, so YAML may read it as another type.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    /// The entries in their order. No two keys have the same text.
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  package let content: Content
  /// The line on which the node begins, counted from 1.
  package let line: Int

  /// The text of a scalar, or nil for any other node.
  package var text: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }

  /// Whether the value is empty or `null`.
  package var isNull: Bool { plainText.map(["", "~", "null", "Null", "NULL"].contains) ?? false }

  /// The value of a plain `true` or `false`, or nil for any other node.
  package var bool: Bool? {
    switch plainText {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  private var plainText: String? {
    guard case .scalar(let text, isPlain: true) = content else { return nil }
    return text
  }
}

/// The reason why a text can't be read as YAML.
package struct YAMLProblem: Error, Hashable {
  package let message: String
  /// The line, counted from 1, or 0 for the text as a whole.
  package let line: Int
}
