public import GoogleProtos

extension Duration {
  /// Creates a duration of the same length as the protobuf message.
  public init(_ duration: GoogleDuration) {
    self = .seconds(duration.seconds) + .nanoseconds(Int64(duration.nanos))
  }
}

extension GoogleDuration {
  /// Creates the protobuf message of a duration, in whole nanoseconds.
  public init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    self.init(seconds: seconds, nanos: Int32(attoseconds / 1_000_000_000))
  }
}
