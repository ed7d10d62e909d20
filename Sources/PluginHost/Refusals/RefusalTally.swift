internal import GoogleProtos

/// The counts of refused calls: a value that uses no clock and no store.
///
/// Its size is limited, so that an attack can't fill the log. Refusals beyond the limit are counted
/// together.
struct RefusalTally: Sendable {
  /// The number of calls, and the times of the first one and the last one.
  struct Count: Hashable, Sendable {
    var count: UInt64
    var first: GoogleTimestamp
    var last: GoogleTimestamp
  }

  /// The maximum number of refusals that are counted separately. The host forgets what it knows of
  /// credentials when more than 256 events come at once, and an attacker must not be able to cause
  /// that.
  static let most = 128

  private(set) var counts: [Refusal: Count] = [:]

  var isEmpty: Bool { counts.isEmpty }

  /// Counts a refusal.
  mutating func note(_ refusal: Refusal, at time: GoogleTimestamp) {
    let place = counts[refusal] != nil || counts.count < Self.most ? refusal : refusal.other
    counts[place, default: Count(count: 0, first: time, last: time)].count += 1
    counts[place]?.last = time
  }

  /// Returns the counts, the earliest first, and begins again.
  mutating func take() -> [(refusal: Refusal, count: Count)] {
    defer { counts = [:] }
    return counts.map { (refusal: $0.key, count: $0.value) }
      .sorted { $0.count.first.isBefore($1.count.first) }
  }
}

extension Refusal {
  /// The refusal that stands for all refusals of a kind that are not counted separately. There are
  /// three kinds.
  fileprivate var other: Refusal {
    Refusal(kind: kind, actor: "others", organization: "", method: "", reason: "", peer: "")
  }
}

extension GoogleTimestamp {
  fileprivate func isBefore(_ other: GoogleTimestamp) -> Bool {
    (seconds, nanos) < (other.seconds, other.nanos)
  }
}
