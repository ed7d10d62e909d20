/// A corruption of the log: the first event that isn't the one that was originally written.
public struct LogCorruption: Error, Hashable, Sendable {
  /// The kind of corruption.
  public enum Kind: Hashable, Sendable {
    /// The event's bytes have changed.
    case altered
    /// The event is missing, but later events exist.
    case missing
    /// The event of another revision stands in the event's place.
    case displaced(UInt64)
    /// The event and all later ones are missing. The log once reached the given revision.
    case cutOff(UInt64)
    /// The event or an earlier one was replaced, by an attacker who has the chain key.
    case rewritten
  }

  /// The revision of the event.
  public let revision: UInt64
  /// The kind of corruption.
  public let kind: Kind

  /// Creates a corruption.
  public init(at revision: UInt64, _ kind: Kind) {
    self.revision = revision
    self.kind = kind
  }
}

extension LogCorruption: CustomStringConvertible {
  /// A sentence that describes the corruption.
  public var description: String {
    switch kind {
    case .altered: "Event \(revision) was altered: it is not what was written."
    case .missing: "Event \(revision) was dropped: it is missing, but later events exist."
    case .displaced(let other):
      "Event \(revision) was swapped: the event of revision \(other) is in its place."
    case .cutOff(let reached):
      revision == reached
        ? "The log was cut off: event \(revision) is missing."
        : "The log was cut off: events \(revision) to \(reached) are missing."
    case .rewritten:
      "The log was rewritten: event \(revision) or an earlier event was replaced."
    }
  }
}
