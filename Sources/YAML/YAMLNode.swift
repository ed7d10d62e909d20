/// A part of a YAML document, and where it begins.
package struct YAMLNode: Sendable {
  /// What a part may be.
  package enum Content: Sendable {
    /// A text. A plain one stands there without quotes, so that YAML may take it for something else.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    /// The entries in their order; no two have the same text as their key.
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  package let content: Content
  /// The line on which it begins, counted from 1.
  package let line: Int

  /// The text of a scalar; nil of anything else.
  package var text: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }

  /// Whether nothing stands there, or `null`.
  package var isNull: Bool { plainText.map(["", "~", "null", "Null", "NULL"].contains) ?? false }

  /// What is plainly `true` or `false`; nil of anything else.
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

/// Why a text can't be read as YAML.
package struct YAMLProblem: Error, Hashable {
  package let message: String
  /// The line, counted from 1; 0 for the text as a whole.
  package let line: Int
}
