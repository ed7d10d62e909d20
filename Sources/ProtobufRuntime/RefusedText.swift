extension StringProtocol {
  /// The text as an error message repeats it. The text may be a secret in the wrong place. So it is
  /// whole only if it is shorter than any secret. Otherwise at most a third of it is shown.
  package var asRefused: String {
    count < 12 ? String(self) : prefix(Swift.min(8, count / 3)) + "…"
  }
}
