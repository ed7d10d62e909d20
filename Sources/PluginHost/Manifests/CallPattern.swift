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
