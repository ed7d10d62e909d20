/// How messages are printed as JSON.
public struct JSONOptions: Hashable, Sendable {
  /// Whether fields without presence are printed with their defaults too, for stable columns.
  public var includesDefaults: Bool

  /// Creates options; what is left out has its default.
  public init(includesDefaults: Bool = false) {
    self.includesDefaults = includesDefaults
  }

  /// With every field, so that a script finds `has_more` when it is false as well.
  public static let whole = JSONOptions(includesDefaults: true)
}
