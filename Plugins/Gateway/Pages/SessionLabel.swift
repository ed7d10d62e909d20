import HTTPTypes
import Hummingbird

/// The name of a browser's session in lists, such as "Firefox, Linux".
enum SessionLabel {
  /// Browsers name others too, for compatibility. So the first one found counts.
  private static let browsers = [
    ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
  ]
  private static let systems = [
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
    ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
  ]

  static func label(for request: Request) -> String {
    let agent = request.headers[.userAgent] ?? ""
    let names = [browsers, systems].compactMap { known in
      known.first { agent.contains($0.0) }?.1
    }
    return names.isEmpty ? "Browser" : names.joined(separator: ", ")
  }
}
