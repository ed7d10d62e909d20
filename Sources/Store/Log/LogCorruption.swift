/// The first event of a log that isn't what was written.
public struct LogCorruption: Error, Hashable, Sendable {
  /// What is wrong with it.
  public enum Kind: Hashable, Sendable {
    /// Its bytes are others.
    case altered
    /// It isn't there, but later ones are.
    case missing
    /// The event of another revision stands in its place.
    case displaced(UInt64)
    /// It isn't there, nor is any later one, though the log once reached this revision.
    case cutOff(UInt64)
    /// It or one before it was replaced, by somebody who has the chain key.
    case rewritten
  }

  /// The revision of the event.
  public let revision: UInt64
  /// What is wrong with it.
  public let kind: Kind

  /// Creates a description of a break.
  public init(at revision: UInt64, _ kind: Kind) {
    self.revision = revision
    self.kind = kind
  }
}

extension LogCorruption: CustomStringConvertible {
  /// What is wrong, in a sentence.
  public var description: String {
    switch kind {
    case .altered: "Event \(revision) was altered: it isn't what was written."
    case .missing: "Event \(revision) was dropped: there are later ones, but it is missing."
    case .displaced(let other):
      "Event \(revision) was swapped: the event of revision \(other) stands in its place."
    case .cutOff(let reached):
      "The log was cut off: it ends before event \(revision), but had reached event \(reached)."
    case .rewritten:
      "The log was written anew: event \(revision) or one before it is not the one that was there."
    }
  }
}
