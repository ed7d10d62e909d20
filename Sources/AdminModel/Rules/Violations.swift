internal import Platform
internal import ProtobufRuntime
internal import Status

/// A collection of everything that is wrong with a request, so that the caller sees all of it at
/// once.
struct Violations {
  private(set) var found: [FieldViolation] = []

  mutating func add(_ field: String, _ reason: String, _ message: String) {
    found.append(FieldViolation(field: field, reason: reason, message: message))
  }

  /// Throws ``AdminError/invalid(_:)`` if anything was found.
  func check() throws(AdminError) {
    guard found.isEmpty else { throw .invalid(found) }
  }
}

extension Violations {
  /// Checks a name. It must have a visible character, no deceptive character, and at most `limit`
  /// characters (Unicode scalars).
  mutating func checkName(_ name: String, field: String = "name", limit: Int) {
    let length = name.unicodeScalars.count
    if name.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
      add(field, "REQUIRED", "must be 1 to \(limit) characters, and not only spaces")
    } else if length > limit {
      add(field, "TOO_LONG", "must be 1 to \(limit) characters, not \(length)")
    } else if let (reason, message) = Self.deception(in: name) {
      add(field, reason, message)
    }
  }

  /// Returns what is wrong with a text that people read beside others; nil if nothing is. A control
  /// character, an invisible character, and a character that changes the order of others around it
  /// are wrong.
  static func deception(in text: String) -> (reason: String, message: String)? {
    guard let scalar = text.firstDeceptive else { return nil }
    let name = scalar.codePointName
    guard scalar.properties.generalCategory == .control else {
      return (
        "INVISIBLE_CHARACTER",
        "must not contain \(name), which is invisible or changes the order of text"
      )
    }
    return ("CONTROL_CHARACTER", "must not contain control characters such as \(name)")
  }

  /// Checks an id of `kind`. The message distinguishes an id of another kind from a text that is no
  /// id.
  mutating func checkID(_ id: String, of kind: AdminKind, field: String = "id") {
    guard !kind.matches(id) else { return }
    if id.isEmpty {
      add(field, "REQUIRED", "must be the id of \(kind.phrase): \(kind.idShape)")
    } else if let other = AdminKind.recognizing(id) {
      add(field, "WRONG_KIND", "\(id) is the id of \(other.phrase); give the id of \(kind.phrase)")
    } else {
      add(
        field, "MALFORMED_ID",
        "\"\(id.asRefused)\" is not the id of \(kind.phrase), which is \(kind.idShape)")
    }
  }

  /// Checks a colour in the form "#RRGGBB". Returns it in capitals, so that equal colours are equal
  /// texts.
  mutating func checkColor(_ color: String, field: String = "display_color") -> String {
    let digits = color.utf8.dropFirst()
    guard color.utf8.first == UInt8(ascii: "#"), digits.count == 6,
      digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit })
    else {
      add(
        field, "MALFORMED_COLOR",
        "must be # and six hexadecimal digits, such as #6C5BB9, not \"\(color.asRefused)\"")
      return color
    }
    return color.uppercased()
  }
}

extension String {
  /// The first 64 characters of the text. Messages repeat what a caller typed, but with a bound.
  var shortened: String {
    count <= 64 ? self : prefix(64) + "…"
  }
}
