/// A tuple of components, ordered by the first, then the second, and so on.
///
/// A shorter tuple is a prefix of all tuples that begin with its components. `IndexKey(org)` is a
/// prefix of every `IndexKey(org, name)`. It is never a prefix of the keys of another organization,
/// even if that organization's id begins with the same letters.
public struct IndexKey: Hashable, Sendable {
  /// One part of a key.
  public enum Component: Hashable, Sendable, ExpressibleByStringLiteral {
    case string(String)
    case bytes([UInt8])
    case number(UInt64)
    case flag(Bool)

    public init(stringLiteral value: String) { self = .string(value) }
  }

  private(set) var bytes: [UInt8] = []

  /// Creates the empty key, which is a prefix of every other.
  public init() {}

  /// Creates a key.
  public init(_ components: Component...) {
    for component in components { append(component) }
  }

  /// Creates a key of texts.
  public init(_ strings: String...) {
    for string in strings { append(.string(string)) }
  }

  private mutating func append(_ component: Component) {
    switch component {
    case .string(let string): append(escaping: string.utf8)
    case .bytes(let value): append(escaping: value)
    case .number(let number): bytes += number.bigEndianBytes
    case .flag(let flag): bytes.append(flag ? 1 : 0)
    }
  }

  /// Ends a text with 00 01 and writes a 00 within it as 00 FF. So a shorter text sorts before the
  /// texts that begin with it, and no text runs into the next component.
  private mutating func append(escaping value: some Sequence<UInt8>) {
    let start = bytes.count
    bytes += value
    if bytes[start...].contains(0) {
      let escaped = bytes[start...].flatMap { $0 == 0 ? [0x00, 0xFF] : [$0] }
      bytes.replaceSubrange(start..., with: escaped)
    }
    bytes += [0x00, 0x01]
  }
}

extension IndexKey: ExpressibleByArrayLiteral {
  /// Creates a key from a list of components.
  public init(arrayLiteral components: Component...) {
    for component in components { append(component) }
  }
}
