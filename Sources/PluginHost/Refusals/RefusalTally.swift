internal import GoogleProtos

/// Refused calls, counted: a value that knows no clock and no store.
///
/// It has a bound, so that an attack can't fill the log: what has no place of its own is counted
/// together.
struct RefusalTally: Sendable {
  /// How often, and when.
  struct Count: Hashable, Sendable {
    var count: UInt64
    var first: GoogleTimestamp
    var last: GoogleTimestamp
  }

  /// How many refusals have a place of their own. The host forgets what it knows of credentials
  /// when more events than 256 come at once, which an attacker must not bring about.
  static let most = 128

  private(set) var counts: [Refusal: Count] = [:]

  var isEmpty: Bool { counts.isEmpty }

  /// Counts a refusal.
  mutating func note(_ refusal: Refusal, at time: GoogleTimestamp) {
    let place = counts[refusal] != nil || counts.count < Self.most ? refusal : refusal.other
    counts[place, default: Count(count: 0, first: time, last: time)].count += 1
    counts[place]?.last = time
  }

  /// Returns what was counted, the first ones first, and begins again.
  mutating func take() -> [(refusal: Refusal, count: Count)] {
    defer { counts = [:] }
    return counts.map { (refusal: $0.key, count: $0.value) }
      .sorted { $0.count.first.isBefore($1.count.first) }
  }
}

extension Refusal {
  /// What stands for all of a kind that have no place of their own: there are three.
  fileprivate var other: Refusal {
    Refusal(kind: kind, actor: "others", method: "", reason: "", peer: "")
  }
}

extension GoogleTimestamp {
  fileprivate func isBefore(_ other: GoogleTimestamp) -> Bool {
    (seconds, nanos) < (other.seconds, other.nanos)
  }
}
