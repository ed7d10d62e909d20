internal import Glibc

/// An error of a write to standard output.
struct OutputError: Error, Hashable {
  /// The errno of the failed `write`.
  var code: Int32

  /// Whether the reader of our output has left, as `head` does after enough lines.
  var isClosedPipe: Bool { code == EPIPE }

  var message: String {
    "Cannot write to standard output: \(String(cString: strerror(code)))."
  }
}
