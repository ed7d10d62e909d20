import HTTPTypes

/// What every answer tells browsers, whatever it says.
struct SafetyHeaders: Hashable, Sendable {
  /// A year.
  private static let transportSecurity = "max-age=31536000"

  let fields: HTTPFields

  /// - Parameter isSecure: Whether clients come by HTTPS: then a browser never comes by HTTP again.
  init(isSecure: Bool) {
    var fields: HTTPFields = [.xContentTypeOptions: "nosniff"]
    if isSecure { fields[.strictTransportSecurity] = Self.transportSecurity }
    self.fields = fields
  }
}
