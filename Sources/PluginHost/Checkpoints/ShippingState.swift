internal import GoogleProtos

/// The progress of shipping checkpoints: a value that ships nothing itself.
struct ShippingState: Hashable, Sendable {
  /// The revision of the last checkpoint that arrived; 0 before the first.
  private(set) var revision: UInt64 = 0
  private(set) var shippedAt: GoogleTimestamp?
  /// The reason why the last attempt failed.
  private(set) var problem: String?
  private var isUnderWay = false

  /// Returns whether to ship a checkpoint now. Only one is shipped at a time: a later checkpoint
  /// covers the earlier ones.
  mutating func begin(_ revision: UInt64) -> Bool {
    guard !isUnderWay, revision > self.revision else { return false }
    isUnderWay = true
    return true
  }

  mutating func arrived(_ revision: UInt64, at time: GoogleTimestamp) {
    (isUnderWay, problem) = (false, nil)
    (self.revision, shippedAt) = (revision, time)
  }

  /// Records a failed attempt. Returns whether its problem differs from that of the last attempt.
  mutating func failed(_ problem: String) -> Bool {
    defer { (isUnderWay, self.problem) = (false, problem) }
    return self.problem != problem
  }
}
