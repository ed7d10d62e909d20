internal import Glibc

/// The size of a terminal.
enum TerminalSize {
  /// Returns the current number of columns of a descriptor's terminal; nil if the descriptor is not
  /// a terminal, or if the size is unknown.
  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
