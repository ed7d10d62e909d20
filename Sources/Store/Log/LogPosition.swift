/// The newest event of a log at some time. A later check against it shows whether the end of the
/// log was cut off or rewritten.
public struct LogPosition: Hashable, Sendable {
  /// The position before the first event.
  public static let start = LogPosition(revision: 0, chain: EventChain.start)

  /// The event's revision, or 0 before the first event.
  public let revision: UInt64

  /// The event's chain, which covers all events up to it.
  public let chain: [UInt8]

  /// Creates a position, for example from a saved result of ``Store/logPosition()``.
  public init(revision: UInt64, chain: [UInt8]) {
    self.revision = revision
    self.chain = chain
  }
}
