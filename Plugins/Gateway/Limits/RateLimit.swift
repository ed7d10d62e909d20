/// So many requests of each client in a time, some of them at once: the generic cell rate algorithm, which keeps
/// one instant for each client. (ITU-T I.371)
struct RateLimit: Sendable {
  typealias Instant = ContinuousClock.Instant

  /// The time that one request costs.
  private let interval: Duration
  /// How much of a client's time may be spent ahead.
  private let tolerance: Duration
  /// So many clients are known at once, so that inventing new ones costs no memory.
  private let most: Int
  /// When each client will have paid for what it had.
  private var paid: [Int: Instant] = [:]

  /// - Parameters:
  ///   - requests: How many requests each client may make in a period, and how many of them at once.
  init(_ requests: Int, per period: Duration, most: Int = 16384) {
    interval = period / requests
    tolerance = period - interval
    self.most = most
  }

  /// Counts a request.
  ///
  /// - Parameter client: Stands for who it is.
  /// - Returns: nil if it may be served; otherwise how long the client must wait.
  mutating func admit(_ client: Int, at now: Instant) -> Duration? {
    let due = max(paid[client] ?? now, now)
    guard due - now <= tolerance else { return due - now - tolerance }
    if paid.count >= most, paid[client] == nil { forgetPaid(at: now) }
    paid[client] = due + interval
    return nil
  }

  /// Who has paid for everything is as good as never seen. If nobody has, all begin anew.
  private mutating func forgetPaid(at now: Instant) {
    paid = paid.filter { $0.value > now }
    if paid.count >= most { paid = [:] }
  }
}
