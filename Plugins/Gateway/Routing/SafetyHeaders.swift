import HTTPTypes

/// The headers for browsers that every response has, whatever its content.
struct SafetyHeaders: Hashable, Sendable {
  /// One year, in seconds.
  private static let transportSecurity = "max-age=31536000"

  let fields: HTTPFields

  /// - Parameter isSecure: Whether clients use HTTPS. If so, browsers are told never to use plain
  ///   HTTP again.
  init(isSecure: Bool) {
    var fields: HTTPFields = [.xContentTypeOptions: "nosniff"]
    if isSecure { fields[.strictTransportSecurity] = Self.transportSecurity }
    self.fields = fields
  }
}
