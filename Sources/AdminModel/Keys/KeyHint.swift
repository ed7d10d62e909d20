/// The part of a key that is shown to readers who mustn't have the key: its public prefix, its
/// first three characters, "...", and its last four, as in "sk-ant-api03-R2D...igAA".
///
/// Whatever the form of the value, a hint shows at most 16 bytes and at most a third of what
/// follows the public prefix, and at least 80 bits stay hidden. For a value that is too short for
/// that, the hint shows less, or nothing.
struct KeyHint {
  static let ellipsis = "..."
  private static let defaultHead = 3
  private static let defaultTail = 4
  private static let maximumShown = 16
  private static let fewestHiddenBits = 80.0

  private let prefix: String
  /// The bytes after the public prefix.
  private let body: [UInt8]

  /// Creates the hint of a key that was made elsewhere.
  init(of value: String) { self.init(of: value, prefix: PublicPrefix.of(value)) }

  /// Creates the hint of a key that is known to begin with a public prefix.
  init(of value: String, prefix: String) {
    self.prefix = prefix
    body = Array(value.utf8.dropFirst(prefix.utf8.count))
  }

  /// The hint in its default length.
  var text: String { text(showing: usual) }

  /// The hints that can tell the key from its siblings, shortest first.
  var choices: [String] {
    (usual...most).map { text(showing: $0) }
  }

  /// Returns whether a hint that was made elsewhere shows no more of the value than this one may.
  func allows(_ hint: String) -> Bool {
    guard let (head, tail) = Self.parts(of: hint) else { return false }
    return allows(head: max(0, head.utf8.count - prefix.utf8.count), tail: tail.utf8.count)
  }

  /// Returns whether a hint of any origin can be that of a value; nil if the text is no hint.
  static func fits(_ hint: String, _ value: String) -> Bool? {
    guard let (head, tail) = parts(of: hint) else { return nil }
    return value.utf8.count >= head.utf8.count + tail.utf8.count && value.hasPrefix(head)
      && value.hasSuffix(tail)
  }

  /// Returns the last characters of a key, as its hint shows them. People know a key by them.
  static func end(of hint: String) -> String { String(hint.suffix(defaultTail)) }

  private static func parts(of hint: String) -> (head: Substring, tail: Substring)? {
    let parts = hint.split(separator: ellipsis, omittingEmptySubsequences: false)
    guard parts.count == 2, let head = parts.first, let tail = parts.last,
      !head.isEmpty || !tail.isEmpty, !tail.hasPrefix(".")
    else { return nil }
    return (head, tail)
  }
}

extension KeyHint {
  /// The maximum number of bytes that may be shown.
  private var most: Int {
    (1...Self.maximumShown).last { allows(head: Self.head(of: $0), tail: Self.tail(of: $0)) } ?? 0
  }

  private var usual: Int { min(Self.defaultHead + Self.defaultTail, most) }

  private static func tail(of count: Int) -> Int { min(defaultTail, max(0, count - defaultHead)) }

  private static func head(of count: Int) -> Int { count - tail(of: count) }

  /// Returns whether a hint may show so many bytes. Bytes that are not ASCII characters are never
  /// shown.
  private func allows(head: Int, tail: Int) -> Bool {
    guard head + tail > 0 else { return true }
    return head + tail <= min(Self.maximumShown, body.count / 3) && isPlain && !isAddress
      && HiddenBits.count(in: body, head: head, tail: tail) >= Self.fewestHiddenBits
  }

  private var isPlain: Bool { body.allSatisfy { (0x21...0x7E).contains($0) } }

  /// Whether the text is a URL, which can contain a short password anywhere.
  private var isAddress: Bool { body.contains(Array("://".utf8)) }

  private func text(showing count: Int) -> String {
    let (head, tail) = (body.prefix(Self.head(of: count)), body.suffix(Self.tail(of: count)))
    return prefix + String(decoding: head, as: UTF8.self) + Self.ellipsis
      + String(decoding: tail, as: UTF8.self)
  }
}
