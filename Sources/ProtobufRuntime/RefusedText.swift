extension StringProtocol {
  /// How a text is repeated to whom it is refused: whole only where it is shorter than any secret, since it may be one
  /// that was given in the wrong place.
  package var asRefused: String { count < 12 ? String(self) : prefix(8) + "…" }
}
