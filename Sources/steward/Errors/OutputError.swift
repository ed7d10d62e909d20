internal import Glibc

/// Standard output could not take what was printed.
struct OutputError: Error, Hashable {
  /// What `write` left in errno.
  var code: Int32

  /// Whether the reader of our output has left, as `head` does when it has seen enough.
  var isClosedPipe: Bool { code == EPIPE }

  var message: String {
    "Cannot write to standard output: \(String(cString: strerror(code)))."
  }
}
