internal import Status

/// The calls that ended in one step. It has a fixed size, and nothing of it is on the heap.
struct CallCounts: Sendable {
  /// The upper bounds of the latency buckets: from a response out of memory to the time when people
  /// give up.
  static let latencyBounds: [Duration] = [
    .microseconds(500), .milliseconds(1), .microseconds(2500), .milliseconds(5), .milliseconds(10),
    .milliseconds(25), .milliseconds(50), .milliseconds(100), .milliseconds(250), .seconds(1),
    .seconds(10),
  ]

  private(set) var calls: UInt32 = 0
  private(set) var failures: UInt32 = 0
  /// One more than there are bounds, for the calls that took longer.
  private var buckets = InlineArray<12, UInt32>(repeating: 0)

  /// Counts a call.
  ///
  /// - Parameter bucket: The latency bucket; `nil` for a stream.
  mutating func add(isFailure: Bool, bucket: Int?) {
    // A step is too short for these numbers to end.
    calls &+= 1
    if isFailure { failures &+= 1 }
    if let bucket { buckets[bucket] &+= 1 }
  }

  /// Returns the latency bucket of a call.
  static func bucket(of latency: Duration) -> Int {
    latencyBounds.firstIndex { latency <= $0 } ?? latencyBounds.count
  }

  /// The number of calls in each latency bucket.
  var latencies: [UInt64] { buckets.indices.map { UInt64(buckets[$0]) } }

  static func += (sum: inout CallCounts, other: CallCounts) {
    sum.calls &+= other.calls
    sum.failures &+= other.failures
    for bucket in sum.buckets.indices { sum.buckets[bucket] &+= other.buckets[bucket] }
  }
}

extension StatusCode {
  /// Whether a call with this code failed because of the plugin or the host, and not because of its
  /// caller or of what it found.
  var isFailureOfService: Bool {
    switch self {
    case .unknown, .deadlineExceeded, .unimplemented, .internal, .unavailable, .dataLoss,
      .resourceExhausted:
      true
    default: false
    }
  }
}
