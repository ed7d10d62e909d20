/// An error in the command line. The program exits with 64.
struct UsageError: Error, Hashable, CustomStringConvertible {
  /// What is wrong, and what to type instead.
  var description: String

  init(_ description: String) { self.description = description }
}
