extension StringProtocol {
  /// The text as a refusal repeats it: whole only where it is shorter than any secret, and
  /// otherwise no more than a third of it, since it may be a secret that was given in the wrong
  /// place.
  package var asRefused: String {
    count < 12 ? String(self) : prefix(Swift.min(8, count / 3)) + "…"
  }
}
