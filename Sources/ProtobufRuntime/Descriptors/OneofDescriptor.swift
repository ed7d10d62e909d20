/// A group of fields of which at most one is set.
public struct OneofDescriptor: Hashable, Sendable {
  /// The name in the `.proto`.
  public let name: String
  /// Whether the compiler generated the oneof for an `optional` field.
  public let isSynthetic: Bool
  /// The comment on the oneof in the `.proto`.
  public let comment: String
}
