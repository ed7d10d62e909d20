/// A form that the gateway handles itself, so that no plugin sees a password or a token.
enum SessionForm: String, CaseIterable, Sendable {
  case login, logout, claim, invite, reset, confirm

  /// Returns nil if the path is that of no such form.
  init?(path: String) {
    guard path.hasPrefix(PagePath.root) else { return nil }
    self.init(rawValue: String(path.dropFirst(PagePath.root.count)))
  }

  var path: String { PagePath.root + rawValue }
}
