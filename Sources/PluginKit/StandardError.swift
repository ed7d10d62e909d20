internal import Glibc
internal import IPC
internal import Platform

/// The output for a plugin's log. The host captures it line by line.
///
/// A logger writes there too. This type is for code that writes many lines at once.
public enum StandardError {
  /// Writes the whole text, as far as the host takes it. Blocks while the host is slow to take it.
  public static func write(_ text: String) {
    // If no host reads the log any more, the failure can't be reported either.
    try? Array(text.utf8).writeAll(to: STDERR_FILENO)
  }
}
