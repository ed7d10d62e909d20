/// The rules for how long secrets work.
extension Violations {
  private static let maximumOverlap = Duration.seconds(30 * 86_400)
  private static let maximumLifetime = Duration.seconds(3650 * 86_400)

  /// Checks how long a secret still works after it was replaced.
  mutating func checkOverlap(_ overlap: Duration, field: String = "overlap") {
    guard overlap < .zero || overlap > Self.maximumOverlap else { return }
    add(field, "OUT_OF_RANGE", "must be 0 to 30 days")
  }

  /// Checks how long a new key works.
  mutating func checkLifetime(_ lifetime: Duration, field: String = "lifetime") {
    guard lifetime < .seconds(1) || lifetime > Self.maximumLifetime else { return }
    add(field, "OUT_OF_RANGE", "must be 1 second to 3650 days")
  }
}
