/// What a browser remembers for its person, in a cookie that the gateway keeps: the language and
/// theme before a login, the size of lists, and the organization that was shown last. Nothing else
/// is stored in a browser.
struct Settings: Hashable, Sendable {
  /// The sizes of a page of a list.
  static let sizes: [Int32] = [20, 50, 100]

  var language: String = ""
  var theme: Theme = .automatic
  var size: Int32 = 20
  var organization: String = ""
  /// Whether the keyboard shortcuts of one letter are on. (WCAG 2.2, 2.1.4)
  var hasShortcuts = true
  /// Whether the first steps on the dashboard were dismissed.
  var hidesFirstSteps = false

  /// Reads the value of the cookie. What is unknown or damaged in it counts as not set.
  init(cookie: String) {
    for pair in cookie.split(separator: "&").prefix(10) {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      set(parts[0], to: parts[1])
    }
  }

  private mutating func set(_ name: String, to value: String) {
    switch name {
    case "l": language = Language(rawValue: value)?.rawValue ?? ""
    case "t": theme = Theme(rawValue: value) ?? .automatic
    case "n": size = Int32(value).flatMap { Self.sizes.contains($0) ? $0 : nil } ?? 20
    case "o": organization = Self.isPlain(value) ? value : ""
    case "k": hasShortcuts = value != "0"
    case "f": hidesFirstSteps = value == "0"
    default: break
    }
  }

  /// Returns the settings with what a query chooses: a language, or the size of lists.
  func choosing(_ query: Fields) -> Settings {
    var settings = self
    if let language = Language(rawValue: query["lang"]) { settings.language = language.rawValue }
    if let size = Int32(query["size"]), Self.sizes.contains(size) { settings.size = size }
    return settings
  }

  /// The value of the cookie: only what differs from the default.
  var cookie: String {
    var pairs: [String] = []
    if !language.isEmpty { pairs.append("l=\(language)") }
    if theme != .automatic { pairs.append("t=\(theme.rawValue)") }
    if size != 20 { pairs.append("n=\(size)") }
    if !organization.isEmpty { pairs.append("o=\(organization)") }
    if !hasShortcuts { pairs.append("k=0") }
    if hidesFirstSteps { pairs.append("f=0") }
    return pairs.joined(separator: "&")
  }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.count <= 64
      && text.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}

/// The colors of the console.
enum Theme: String, CaseIterable, Sendable {
  /// As the system of the person has it.
  case automatic = "auto"
  case light
  case dark
}
