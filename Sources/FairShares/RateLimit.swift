/// So many requests of each client in a time, some of them at once: the generic cell rate algorithm,
/// which keeps one instant for each client. (ITU-T I.371)
public struct RateLimit<Client: Hashable & Sendable>: Sendable {
  /// When something was counted.
  public typealias Instant = ContinuousClock.Instant

  /// The time that one request costs.
  private let interval: Duration
  /// How much of a client's time may be spent ahead.
  private let tolerance: Duration
  /// So many clients are known at once, so that inventing new ones costs no memory.
  private let most: Int
  /// When each client will have paid for what it had.
  private var paid: [Client: Instant] = [:]

  /// Creates a limit that nothing has been counted against.
  ///
  /// - Parameters:
  ///   - requests: How many requests each client may make in a period, and how many of them at once.
  ///   - most: The number of clients that are remembered.
  public init(_ requests: Int, per period: Duration, most: Int = 16384) {
    interval = period / requests
    tolerance = period - interval
    self.most = most
  }

  /// Counts a request.
  ///
  /// - Returns: nil if it may be served; otherwise how long the client must wait.
  public mutating func admit(_ client: Client, at now: Instant) -> Duration? {
    let due = max(paid[client] ?? now, now)
    guard due - now <= tolerance else { return due - now - tolerance }
    if paid.count >= most, paid[client] == nil { forget(at: now) }
    paid[client] = due + interval
    return nil
  }

  /// A client that has paid for everything is as good as never seen. If that makes no room, the half
  /// is forgotten that owes the least: new clients don't free those that ask too often.
  private mutating func forget(at now: Instant) {
    paid = paid.filter { $0.value > now }
    guard paid.count >= most else { return }
    let kept = paid.sorted { $0.value > $1.value }.prefix(most / 2)
    paid = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
  }
}
