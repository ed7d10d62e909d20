/// The paths of the pages for people, which a plugin draws.
enum PagePath {
  static let root = "/console/"
  static let events = "/console/events"
  static let entered = "/console/entered"
  static let prefetching = "/console/prefetching.json"

  /// The paths at which the gateway itself responds, with no page to stay on.
  static let own: Set = [events, entered, prefetching]

  private static let rootWithoutSlash = "/console"
  /// The maximum number of bytes in a target.
  private static let maximumLength = 2048

  /// Returns whether a path is that of a page.
  static func contains(_ path: String) -> Bool {
    path == rootWithoutSlash || path.hasPrefix(root)
  }

  /// Returns whether a browser may be sent to a target: a path of a page, with its query and its
  /// fragment.
  ///
  /// A browser removes dot segments and takes `\` for `/`, so both could lead it elsewhere.
  static func isTarget(_ text: String) -> Bool {
    guard text.hasPrefix(root), text.utf8.count <= maximumLength, !text.contains("//"),
      text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
    else { return false }
    let segments = path(of: text).lowercased().replacing("%2e", with: ".").split(separator: "/")
    return !segments.contains { $0 == "." || $0 == ".." }
  }

  /// Returns the target that a form names as the next page, if a browser may be sent there and sees
  /// a page; otherwise the first page.
  static func next(_ text: String) -> String {
    isTarget(text) && !own.contains(path(of: text)) ? text : root
  }

  /// Returns the path of a target.
  static func path(of target: String) -> String {
    String(target.prefix { $0 != "?" && $0 != "#" })
  }

  /// Returns the query of a target; empty if it has none.
  static func query(of target: String) -> Substring {
    target.prefix { $0 != "#" }.drop { $0 != "?" }.dropFirst()
  }

  /// Returns the target that finds out whether the browser keeps its new session.
  static func entered(next: String) -> String {
    "\(entered)?next=\(PercentEncoding.encode(next))"
  }
}
