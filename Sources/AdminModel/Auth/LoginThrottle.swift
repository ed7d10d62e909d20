/// How long a login must wait after others that failed.
///
/// A few mistakes cost nothing; after that the wait doubles with each. It has an end, and attempts during the wait
/// neither count nor prolong it: so whoever guesses is slowed down, and can't lock the owner out.
///
/// Times are microseconds since 1970.
struct LoginThrottle: Hashable {
  private static let second: UInt64 = 1_000_000
  static let maximumWait = 30 * second
  /// After so long without a failure all are forgotten.
  static let memory = 900 * second

  /// So many failures cost nothing.
  let free: Int
  private(set) var failures: Int
  private(set) var lastFailure: UInt64

  init(free: Int, failures: Int = 0, lastFailure: UInt64 = 0) {
    self.free = free
    self.failures = failures
    self.lastFailure = lastFailure
  }

  /// Counts an attempt as failed, until it is known to succeed: so those that run at the same time are counted too.
  ///
  /// - Returns: 0 if it may be made; otherwise how long to wait, and it doesn't count.
  mutating func attempt(at now: UInt64) -> UInt64 {
    // A failure of the future means that the clock was set back; to wait for it could take days.
    let elapsed = now < lastFailure ? Self.maximumWait : now - lastFailure
    let counted = elapsed > Self.memory ? 0 : failures
    let wait = wait(after: counted)
    guard elapsed >= wait else { return wait - elapsed }
    self = LoginThrottle(free: free, failures: counted + 1, lastFailure: now)
    return 0
  }

  private func wait(after failures: Int) -> UInt64 {
    guard failures >= free else { return 0 }
    return min(Self.maximumWait, Self.second << min(failures - free, 16))
  }
}
