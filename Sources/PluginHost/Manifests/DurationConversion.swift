internal import GoogleProtos
internal import Store

extension Duration {
  /// Creates a duration of the same length as the protobuf value.
  init(_ wire: GoogleDuration) {
    self = .seconds(wire.seconds) + .nanoseconds(Int64(wire.nanos))
  }
}

extension GoogleTimestamp {
  /// The current time of the wall clock.
  static var now: GoogleTimestamp { WallClock.now }

  /// Returns the wall clock's time `delay` from now. A negative delay returns a time in the past.
  static func fromNow(_ delay: Duration) -> GoogleTimestamp {
    let now = GoogleTimestamp.now
    let (seconds, attoseconds) = delay.components
    let nanos = Int64(now.nanos) + attoseconds / 1_000_000_000
    let carry = nanos < 0 ? -1 : nanos / 1_000_000_000
    return GoogleTimestamp(
      seconds: now.seconds + seconds + carry, nanos: Int32(nanos - carry * 1_000_000_000))
  }
}
