/// What was written for the peer, and the peer has not taken yet.
///
/// A peer that doesn't read must not cost this side more than a bounded piece of memory. So while it
/// leaves too many answers lying, no more of its wishes are read; and while it leaves too much of
/// anything lying, it gets no further call, and only the status of those that it made.
///
/// Only the host stops reading. If both sides did, two full pipes would be the end of both: a plugin
/// reads on whatever it has to write, and so takes the answers that the host waits for it to take.
struct Backlog: Sendable {
  typealias Instant = ContinuousClock.Instant

  /// The bounds, in bytes, and how long a peer may take nothing while it isn't read.
  struct ConnectionLimits: Hashable, Sendable {
    var pauseAbove = 1 << 20
    var resumeBelow = 256 << 10
    var refuseAbove = 64 << 20
    var stallTimeout = Duration.seconds(30)
  }

  let limits: ConnectionLimits
  /// How much there was when it was last looked at.
  private(set) var total = 0
  /// How much of it answers the peer. What this side wants of the peer is no reason not to read on:
  /// the peer may have to write before it can take more.
  private(set) var answers = 0
  private(set) var isReadingPaused = false
  /// Until when something must leave while reading is paused.
  private(set) var stallDeadline: Instant?

  init(_ limits: ConnectionLimits) {
    self.limits = limits
  }

  /// Whether so much is lying that nothing may be added that need not be.
  var isFull: Bool { total > limits.refuseAbove }

  /// Something was written for the peer.
  mutating func add(_ bytes: Int, answering: Bool) {
    if answering { answers += bytes }
  }

  /// Nothing is lying.
  mutating func clear() {
    (total, answers) = (0, 0)
  }

  /// Looks at how much is lying.
  ///
  /// - Parameter hasMoved: Whether some has left since it was last looked at.
  /// - Returns: Whether reading is to be paused or resumed; nil: as it is.
  mutating func update(total: Int, hasMoved: Bool, at now: Instant) -> Bool? {
    self.total = total
    answers = min(answers, total)
    let pauses = isReadingPaused ? total >= limits.resumeBelow : answers > limits.pauseAbove
    defer { isReadingPaused = pauses }
    if !pauses {
      stallDeadline = nil
    } else if hasMoved || !isReadingPaused {
      stallDeadline = now + limits.stallTimeout
    }
    return pauses == isReadingPaused ? nil : pauses
  }
}
