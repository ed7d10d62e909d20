/// The newest event of a log at some time: enough to notice later that the end was cut off or written anew.
public struct LogPosition: Hashable, Sendable {
  /// Before the first event.
  public static let start = LogPosition(revision: 0, chain: EventChain.start)

  /// The event's revision; 0 before the first.
  public let revision: UInt64

  /// The event's chain, which stands for all events up to it.
  public let chain: [UInt8]

  /// Creates a position, as from what ``Store/logPosition()`` gave.
  public init(revision: UInt64, chain: [UInt8]) {
    self.revision = revision
    self.chain = chain
  }
}
