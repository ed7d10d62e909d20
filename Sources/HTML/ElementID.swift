/// The `id` of an element: letters, digits, `-` and `_`, so that it is whole in an address and a
/// list of ids.
public struct ElementID: Hashable, Sendable {
  /// The id as text.
  public let text: String

  /// Creates an id from a prefix and the id of a record, or returns nil if the record's id has a
  /// character that an element's can't have. The prefix keeps the ids of one kind of record apart
  /// from those of others.
  public init?(_ prefix: StaticString, _ recordID: String) {
    let text = "\(prefix)\(recordID)"
    guard Self.isValid(text) else { return nil }
    self.text = text
  }

  private static func isValid(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(\.isNameByte)
  }
}

extension ElementID: ExpressibleByStringLiteral {
  /// Creates an id from a literal.
  public init(stringLiteral text: StaticString) {
    self.text = text.description
    precondition(Self.isValid(self.text), "\(text) is no valid id of an element")
  }
}

extension UInt8 {
  var isAlphanumeric: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  var isNameByte: Bool {
    isAlphanumeric || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
  }
}
