import HTTPTypes
import Hummingbird

/// The headers that protect every page. The gateway sets them, so that no plugin can leave one out.
enum PageHeaders {
  static let contentSecurityPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    + "require-trusted-types-for 'script'; trusted-types 'none'"

  static let permissionsPolicy =
    [
      "accelerometer", "autoplay", "camera", "clipboard-read", "display-capture",
      "encrypted-media", "fullscreen", "gamepad", "geolocation", "gyroscope", "hid",
      "identity-credentials-get", "idle-detection", "local-fonts", "magnetometer", "microphone",
      "midi", "otp-credentials", "payment", "picture-in-picture", "publickey-credentials-create",
      "publickey-credentials-get", "screen-wake-lock", "serial", "storage-access", "usb",
      "window-management", "xr-spatial-tracking",
    ].map { "\($0)=()" }.joined(separator: ", ") + ", clipboard-write=(self)"

  private static let fields: HTTPFields = [
    .contentSecurityPolicy: contentSecurityPolicy,
    .permissionsPolicy: permissionsPolicy,
    .referrerPolicy: "same-origin",
    .crossOriginOpenerPolicy: "same-origin",
    .crossOriginResourcePolicy: "same-origin",
  ]

  /// Adds the headers to a response.
  ///
  /// Only an asset may be kept, and no cache may ever keep a cookie with it.
  static func complete(_ response: inout Response) {
    response.headers.append(contentsOf: fields)
    if response.headers[.cacheControl] == nil || response.headers.contains(.setCookie) {
      response.headers[.cacheControl] = "no-store"
    }
    // A 401 must name a scheme (RFC 9110, section 15.5.2). Browsers show no prompt for this one.
    if response.status == .unauthorized { response.headers[.wwwAuthenticate] = "Bearer" }
  }
}

extension HTTPField.Name {
  fileprivate static let permissionsPolicy = Self("permissions-policy")!
  fileprivate static let referrerPolicy = Self("referrer-policy")!
  fileprivate static let crossOriginOpenerPolicy = Self("cross-origin-opener-policy")!
  fileprivate static let crossOriginResourcePolicy = Self("cross-origin-resource-policy")!
}
