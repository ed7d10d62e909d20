/// The two parts of "package.Service/Method".
struct MethodName: Hashable, Sendable {
  let service: Substring
  let method: Substring

  /// Returns `nil` unless the text has exactly one "/", with characters on both sides.
  init?(_ text: String) {
    guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    service = text[..<slash]
    method = text[text.index(after: slash)...]
    guard !service.isEmpty, !method.isEmpty, !method.utf8.contains(UInt8(ascii: "/")) else {
      return nil
    }
  }
}
