/// A limit of the requests that each client may make in a period, all at once or one by one. It
/// uses the generic cell rate algorithm, which keeps one instant for each client. (ITU-T I.371)
public struct RateLimit<Client: Hashable & Sendable>: Sendable {
  /// The time at which a request is counted.
  public typealias Instant = ContinuousClock.Instant

  /// The time that one request costs.
  private let interval: Duration
  /// The maximum time that a client may spend ahead.
  private let tolerance: Duration
  /// The maximum number of clients that are remembered at once. So a client that invents new
  /// clients uses up no memory.
  private let most: Int
  /// When each client will have paid for the requests that it made.
  private var paid: [Client: Instant] = [:]

  /// Creates a limit against which nothing has been counted.
  ///
  /// - Parameters:
  ///   - requests: The number of requests that each client may make in a period. It may make all of
  ///     them at once.
  ///   - most: The maximum number of clients that are remembered.
  public init(_ requests: Int, per period: Duration, most: Int = 16384) {
    interval = period / requests
    tolerance = period - interval
    self.most = most
  }

  /// Counts a request.
  ///
  /// - Returns: nil if the request may be served; otherwise the time that the client must wait.
  public mutating func admit(_ client: Client, at now: Instant) -> Duration? {
    let due = max(paid[client] ?? now, now)
    guard due - now <= tolerance else { return due - now - tolerance }
    if paid.count >= most, paid[client] == nil { forget(at: now) }
    paid[client] = due + interval
    return nil
  }

  /// Makes room for a new client.
  ///
  /// A client that has paid for everything needs no memory. If forgetting such clients makes no
  /// room, the half of the clients that owes the least is forgotten. So new clients don't free the
  /// clients that make too many requests.
  private mutating func forget(at now: Instant) {
    paid = paid.filter { $0.value > now }
    guard paid.count >= most else { return }
    let kept = paid.sorted { $0.value > $1.value }.prefix(most / 2)
    paid = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
  }
}
