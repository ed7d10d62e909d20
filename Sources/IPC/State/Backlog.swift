/// The bytes that were written for the peer, and that the peer has not taken yet.
///
/// A peer that doesn't read must not cost this side more than a bounded amount of memory. So, while
/// it leaves too many responses unread, no more of its requests are read. While it leaves too many
/// bytes of any kind unread, it gets no further call, and only a status for the calls that it made.
///
/// Only the host stops reading. If both sides did, two full pipes would block both sides forever. A
/// plugin continues to read however much it has to write. So it takes the responses that the host
/// is waiting for it to take.
struct Backlog: Sendable {
  typealias Instant = ContinuousClock.Instant

  /// The limits, in bytes, and the time for which a peer may take nothing while it isn't read.
  struct ConnectionLimits: Hashable, Sendable {
    var pauseAbove = 1 << 20
    var resumeBelow = 256 << 10
    var refuseAbove = 64 << 20
    var stallTimeout = Duration.seconds(30)
  }

  let limits: ConnectionLimits
  /// The number of bytes when it was last measured.
  private(set) var total = 0
  /// The part of the bytes that responds to the peer. Requests of this side are no reason to stop
  /// reading, because the peer may have to write before it can take more.
  private(set) var responses = 0
  private(set) var isReadingPaused = false
  /// When reading is paused, the time by which some bytes must leave.
  private(set) var stallDeadline: Instant?

  init(_ limits: ConnectionLimits) {
    self.limits = limits
  }

  /// Whether so many bytes are unread that nothing optional may be added.
  var isFull: Bool { total > limits.refuseAbove }

  /// Adds bytes that were written for the peer.
  mutating func add(_ bytes: Int, isResponse: Bool) {
    if isResponse { responses += bytes }
  }

  /// Records that no byte is unread.
  mutating func clear() {
    (total, responses) = (0, 0)
  }

  /// Records the number of unread bytes.
  ///
  /// - Parameter hasMoved: Whether some bytes have left since the last call.
  /// - Returns: Whether to pause (true) or to resume (false) reading; nil for no change.
  mutating func update(total: Int, hasMoved: Bool, at now: Instant) -> Bool? {
    self.total = total
    responses = min(responses, total)
    let pauses = isReadingPaused ? total >= limits.resumeBelow : responses > limits.pauseAbove
    defer { isReadingPaused = pauses }
    if !pauses {
      stallDeadline = nil
    } else if hasMoved || !isReadingPaused {
      stallDeadline = now + limits.stallTimeout
    }
    return pauses == isReadingPaused ? nil : pauses
  }
}
