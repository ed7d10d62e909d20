internal import GoogleProtos

/// How far checkpoints have come to where they are shipped: a value that ships nothing.
struct ShippingState: Hashable, Sendable {
  /// The revision of the last one that arrived; 0 before the first.
  private(set) var revision: UInt64 = 0
  private(set) var shippedAt: GoogleTimestamp?
  /// Why the last attempt failed.
  private(set) var problem: String?
  private var isUnderWay = false

  /// Returns whether a checkpoint is to be shipped now. One at a time: a later one stands for those
  /// before.
  mutating func begin(_ revision: UInt64) -> Bool {
    guard !isUnderWay, revision > self.revision else { return false }
    isUnderWay = true
    return true
  }

  mutating func arrived(_ revision: UInt64, at time: GoogleTimestamp) {
    (isUnderWay, problem) = (false, nil)
    (self.revision, shippedAt) = (revision, time)
  }

  /// Returns whether that is news, and no repetition.
  mutating func failed(_ problem: String) -> Bool {
    defer { (isUnderWay, self.problem) = (false, problem) }
    return self.problem != problem
  }
}
