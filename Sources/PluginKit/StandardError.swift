internal import Glibc
internal import IPC
internal import System

/// Where a plugin's log goes: the host captures it line by line.
///
/// A logger writes there too; this is for who has many lines to write at once.
public enum StandardError {
  /// Writes a text whole, as far as the host takes it. Blocks while the host is slow to take it.
  public static func write(_ text: String) {
    // Where nobody reads the log any more there is nobody to tell, either.
    try? Array(text.utf8).writeAll(to: STDERR_FILENO)
  }
}
