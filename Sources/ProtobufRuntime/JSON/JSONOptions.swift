/// The options for printing messages as JSON.
public struct JSONOptions: Hashable, Sendable {
  /// Whether fields without presence are also printed when they have their defaults, for stable
  /// columns.
  public var includesDefaults: Bool

  /// Creates options.
  public init(includesDefaults: Bool = false) {
    self.includesDefaults = includesDefaults
  }

  /// Options that print every field. So a script finds `has_more` even when it is false.
  public static let whole = JSONOptions(includesDefaults: true)
}
