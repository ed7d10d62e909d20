internal import LMDB
internal import ProtobufRuntime
internal import StoreProtos

extension WriteTransaction {
  /// The maximum number of expired outcomes that one recording removes. It is more than the one
  /// outcome that a recording adds, so expired outcomes can't pile up. It is small, so no write
  /// becomes slow.
  private static var sweptAtOnce: Int { 4 }

  /// Returns the outcome of a call, or `nil` if the call hasn't arrived before or its outcome has
  /// expired.
  borrowing func recordedOutcome(of call: RecordedCall) throws -> RecordedOutcome? {
    let outcomes = view.core.system.outcomes
    let outcome = try raw.view.withValue(at: call.key.span.bytes, in: outcomes) { bytes in
      try RecordedOutcome(serialized: bytes)
    }
    guard let outcome, let time = outcome.time, time.milliseconds > oldestKept else { return nil }
    guard outcome.method == call.method, outcome.requestDigest == call.requestDigest else {
      throw StoreError.keyReused
    }
    return outcome
  }

  /// Records the response of a call, and the conditions for returning it again.
  mutating func record(_ response: [UInt8], conditions: [UInt8], of call: RecordedCall) throws {
    let outcome = try RecordedOutcome(
      method: call.method, requestDigest: call.requestDigest, response: response, time: now,
      conditions: conditions
    ).serialized()
    let age = now.milliseconds.bigEndianBytes + call.key
    let system = view.core.system
    try applying { tx in
      try tx.sweepOutcomes()
      try tx.raw.put(outcome.span.bytes, at: call.key.span.bytes, in: system.outcomes)
      try tx.raw.put([UInt8]().span.bytes, at: age.span.bytes, in: system.outcomeAges)
    }
  }

  private var oldestKept: UInt64 {
    let lifetime = UInt64(clamping: view.core.options.outcomeLifetime.components.seconds) * 1000
    return now.milliseconds - min(lifetime, now.milliseconds)
  }

  private mutating func sweepOutcomes() throws {
    let system = view.core.system
    for age in try expiredAges() {
      let key = Array(age.dropFirst(8))
      // If a key was used again after its outcome expired, it has a newer outcome, which stays.
      if try time(ofOutcome: key) == UInt64(bigEndian: age.span.bytes) {
        _ = try raw.delete(key.span.bytes, in: system.outcomes)
      }
      _ = try raw.delete(age.span.bytes, in: system.outcomeAges)
    }
  }

  private borrowing func expiredAges() throws -> [[UInt8]] {
    var ages: [[UInt8]] = []
    let range = KeyRange(to: .exclusive(oldestKept.bigEndianBytes))
    try raw.view.scan(view.core.system.outcomeAges, range) { age, _ in
      ages.append(Array(copying: age))
      return ages.count < Self.sweptAtOnce
    }
    return ages
  }

  private borrowing func time(ofOutcome key: [UInt8]) throws -> UInt64? {
    try raw.view.withValue(at: key.span.bytes, in: view.core.system.outcomes) { bytes in
      try RecordedOutcome(serialized: bytes).time?.milliseconds
    } ?? nil
  }
}
