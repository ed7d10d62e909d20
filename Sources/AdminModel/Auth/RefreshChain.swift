/// The refresh tokens of a session that work. Tokens are numbered, and each is exchanged for the
/// next.
///
/// A token yields the same successor until that successor is used itself, and in any case for
/// ``grace``. So neither a lost response nor a second tab ends a session. Any other use of an
/// exchanged token means that another party has a copy of it.
///
/// Times are microseconds since 1970.
struct RefreshChain: Hashable {
  /// The exchange of a token for the next one.
  struct Exchange: Hashable {
    /// The number of the token that was exchanged.
    let number: UInt64
    let time: UInt64
  }

  enum Outcome: Hashable {
    /// The token with this number is the successor.
    case successor(UInt64)
    /// The token was exchanged too long ago, and its successor was exchanged too: another party has
    /// a copy.
    case reused
    /// The token is newer than any that was made here: the store was restored from an older backup.
    case unknown
    /// Exchanges come faster than they can be told apart. The next one is possible at this time.
    case tooFast(until: UInt64)
  }

  static let grace: UInt64 = 30_000_000
  /// The maximum number of exchanges within the grace. All of them have to be stored.
  static let limit = 60

  /// The number of the newest token.
  private(set) var newest: UInt64
  /// The recent exchanges, oldest first.
  private(set) var exchanges: [Exchange]

  init(newest: UInt64 = 1, exchanges: [Exchange] = []) {
    self.newest = newest
    self.exchanges = exchanges
  }

  /// Decides the outcome for a token, and exchanges the token if it is the newest.
  mutating func present(_ number: UInt64, at now: UInt64) -> Outcome {
    // A clock that was set back must neither prolong a grace nor put exchanges out of order.
    let now = max(now, exchanges.map(\.time).max() ?? 0)
    let current = exchanges.filter { now - $0.time <= Self.grace }
    switch number {
    case newest: return exchange(at: now, after: current)
    case 0: return .unknown
    case _ where number > newest: return .unknown
    case newest - 1: return .successor(newest)
    case _ where current.contains { $0.number == number }: return .successor(number + 1)
    default: return .reused
    }
  }

  private mutating func exchange(at now: UInt64, after current: [Exchange]) -> Outcome {
    if let oldest = current.first, current.count >= Self.limit {
      return .tooFast(until: oldest.time + Self.grace + 1)
    }
    exchanges = current + [Exchange(number: newest, time: now)]
    newest += 1
    return .successor(newest)
  }
}
