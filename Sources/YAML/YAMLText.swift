package import ProtobufRuntime

/// Writes JSON values as YAML documents. Members keep their order.
package enum YAMLText {
  package static func document(_ value: JSONValue) -> String {
    var emitter = YAMLEmitter()
    write(value, to: &emitter)
    return escaped(emitter.finish())
  }

  private static func write(_ value: JSONValue, to emitter: inout YAMLEmitter) {
    switch value {
    case .null: emitter.scalar("null")
    case .bool(let value): emitter.scalar(value ? "true" : "false")
    case .number(let text): emitter.scalar(text)
    case .string(let text): write(text, to: &emitter)
    case .array(let elements):
      emitter.startSequence(isEmpty: elements.isEmpty)
      for element in elements { write(element, to: &emitter) }
      emitter.endSequence()
    case .object(let members):
      emitter.startMapping(isEmpty: members.isEmpty)
      for (name, value) in members {
        write(name, to: &emitter)
        write(value, to: &emitter)
      }
      emitter.endMapping()
    }
  }

  private static func write(_ text: String, to emitter: inout YAMLEmitter) {
    emitter.scalar(
      text, isQuoted: isAmbiguous(text) || text.unicodeScalars.contains(where: isHidden))
  }

  /// Returns the document with an escape for each character that deceives a reader and that libyaml
  /// writes as it is. These characters stand in double quotes, where an escape means the same.
  private static func escaped(_ document: String) -> String {
    guard document.unicodeScalars.contains(where: isHidden) else { return document }
    return document.unicodeScalars.reduce(into: "") { text, scalar in
      guard isHidden(scalar) else { return text.unicodeScalars.append(scalar) }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let (mark, length) = scalar.value > 0xFFFF ? ("\\U", 8) : ("\\u", 4)
      text += mark + String(repeating: "0", count: length - digits.count) + digits
    }
  }

  /// Whether the character deceives a reader. A line break of the document itself doesn't count.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.isDeceptive || scalar.isJoiner) && scalar != "\n"
  }

  /// Whether some reader of YAML takes a bare text for something else: `on`, `1e3`, `0x1F`, a date.
  ///
  /// Every text that begins like a number counts, because readers differ in what they take for a
  /// number.
  private static func isAmbiguous(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    return "0123456789+-.=<~".utf8.contains(first) || words.contains(text.lowercased())
  }

  private static let words: Set = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
}
