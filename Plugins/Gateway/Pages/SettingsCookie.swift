import Hummingbird

/// The cookie with what a person has chosen for the pages, such as the language. The gateway keeps
/// it for the plugin, and doesn't know what it means.
enum SettingsCookie {
  static let name = "__Host-steward-settings"
  private static let maximumLength = 512
  /// One year, in seconds.
  private static let maximumAge = 31_536_000

  /// Returns the value that the browser sent; empty if it sent none, or one that no plugin made.
  static func value(in request: Request) -> String {
    let value = request.cookies[name]?.value ?? ""
    return isValid(value) ? value : ""
  }

  static func isValid(_ value: String) -> Bool {
    value.utf8.count <= maximumLength
      && value.utf8.allSatisfy {
        PercentEncoding.isUnreserved($0) || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "&")
      }
  }

  /// Tells the browser to keep a value; to forget it if the value is empty.
  static func set(_ value: String, in response: inout Response) {
    response.setCookie(
      Cookie(
        name: name, value: value, maxAge: value.isEmpty ? 0 : maximumAge, path: "/", secure: true,
        httpOnly: true, sameSite: .strict))
  }
}
