internal import Glibc

/// How large a terminal is.
enum TerminalSize {
  /// Returns how many columns the terminal of a descriptor has now; nil if it is none, or doesn't
  /// say.
  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
