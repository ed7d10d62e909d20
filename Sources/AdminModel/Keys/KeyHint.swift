/// What is shown of a key of elsewhere: its prefix, three characters, "...", and the last four, as
/// "sk-ant-api03-R2D...igAA".
struct KeyHint {
  static let usualHead = 3
  private static let ellipsis = "..."
  private static let tailLength = 4
  private static let longestWord = 8
  private static let shortestBody = 12

  private let prefix: Substring
  private let body: Substring

  init(of value: String) {
    prefix = Self.prefix(of: value)
    body = value[prefix.endIndex...]
  }

  /// The hint that shows so many characters of the key's own.
  func text(showing count: Int = usualHead) -> String {
    prefix + body.prefix(count) + Self.ellipsis + body.suffix(Self.tailLength)
  }

  /// How many characters it may show to be told from its siblings: never so many that the rest could be tried.
  var longestHead: Int { max(Self.usualHead, body.count / 2 - Self.tailLength) }

  /// The short words in lower case that a key begins with, which say what it is: "sk-ant-api03-".
  private static func prefix(of value: String) -> Substring {
    var end = value.startIndex
    while let dash = value[end...].firstIndex(of: "-") {
      let word = value[end..<dash]
      let next = value.index(after: dash)
      guard (1...longestWord).contains(word.count), value[next...].count >= shortestBody,
        word.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) })
      else { break }
      end = next
    }
    return value[..<end]
  }

  /// Whether a hint of whatever make may be that of a value; nil, if it is no hint.
  static func fits(_ hint: String, _ value: String) -> Bool? {
    let parts = hint.split(separator: ellipsis, omittingEmptySubsequences: false)
    guard parts.count == 2, let head = parts.first, let tail = parts.last,
      !head.isEmpty || !tail.isEmpty, !tail.hasPrefix(".")
    else { return nil }
    return value.utf8.count >= head.utf8.count + tail.utf8.count && value.hasPrefix(head)
      && value.hasSuffix(tail)
  }
}
