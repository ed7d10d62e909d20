/// The end of a plugin's process, as its calls are told.
struct ProcessEnd: Hashable, Sendable {
  /// The cause, such as "signal 11 (SIGSEGV)".
  var cause: String
  /// Whether one of the calls that the process served may have caused its end. No call has when the
  /// process was killed from outside.
  var suspectsCalls: Bool
  var lastWords = LastWords.kept
}
