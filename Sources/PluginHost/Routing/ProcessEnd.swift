/// How a plugin's process ended, as its calls are told.
struct ProcessEnd: Hashable, Sendable {
  /// As "signal 11 (SIGSEGV)".
  var cause: String
  /// Whether one of the calls that it served may have caused it. None has when it was killed from
  /// outside.
  var suspectsCalls: Bool
  var lastWords = LastWords.kept
}
