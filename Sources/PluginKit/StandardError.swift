internal import Glibc

/// Where a module's log goes: the host captures it line by line.
///
/// A logger writes there too; this is for who has many lines to write at once.
public enum StandardError {
  /// Writes a text whole, as far as the host takes it. Blocks while the host is slow to take it.
  public static func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return  // Nobody reads the log any more; there is nobody to tell, either.
      }
    }
  }
}
