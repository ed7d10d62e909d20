/// A group of fields of which at most one is set.
public struct OneofDescriptor: Hashable, Sendable {
  /// The name in the `.proto`.
  public let name: String
  /// Whether the compiler made it for an `optional` field.
  public let isSynthetic: Bool
  /// What the `.proto` says of it.
  public let comment: String
}
