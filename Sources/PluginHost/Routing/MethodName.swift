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

/// The methods that a grant of `calls` covers: one method, or all methods of a service.
struct CallPattern: Hashable, Sendable {
  let service: String
  /// The method; `nil` for every method of the service.
  let method: String?

  /// Reads "package.Service/Method" or "package.Service/*".
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, ManifestRules.isServiceName(String(parts[0])) else { return nil }
    guard parts[1] == "*" || ManifestRules.isIdentifier(parts[1]) else { return nil }
    service = String(parts[0])
    method = parts[1] == "*" ? nil : String(parts[1])
  }

  func matches(_ name: MethodName) -> Bool {
    name.service == service && (method == nil || name.method == method.map { $0[...] })
  }
}
