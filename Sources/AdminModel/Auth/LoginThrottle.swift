/// How long a login must wait after other logins that failed.
///
/// A few mistakes cost nothing. After that the wait doubles with each failure, up to a maximum.
/// Attempts during the wait neither count nor prolong it. So an attacker is slowed down, but can't
/// lock the owner out.
///
/// Times are microseconds since 1970.
struct LoginThrottle: Hashable {
  private static let second: UInt64 = 1_000_000
  static let maximumWait = 30 * second
  /// The time without a failure after which all failures are forgotten.
  static let memory = 900 * second

  /// The number of failures that cause no wait.
  let free: Int
  private(set) var failures: Int
  private(set) var lastFailure: UInt64

  init(free: Int, failures: Int = 0, lastFailure: UInt64 = 0) {
    self.free = free
    self.failures = failures
    self.lastFailure = lastFailure
  }

  /// Counts an attempt as failed until it is known to succeed, so that attempts at the same time
  /// are counted too.
  ///
  /// - Returns: 0 if the attempt may be made; otherwise how long to wait, and the attempt doesn't
  ///   count.
  mutating func attempt(at now: UInt64) -> UInt64 {
    // A failure in the future means that the clock was set back. To wait for that time could take
    // days.
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
