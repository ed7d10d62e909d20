extension FieldReader {
  /// Throws if a `google.protobuf.Timestamp` is outside the years 1 to 9999. So every timestamp
  /// that was read can be printed, and arithmetic on it can't overflow.
  public func checkTimestamp(seconds: Int64, nanos: Int32) throws(ProtobufError) {
    try SecondsAndNanos(seconds: seconds, nanos: nanos).checkTimestamp()
  }

  /// Throws if a `google.protobuf.Duration` is longer than ten thousand years, or has two signs.
  public func checkDuration(seconds: Int64, nanos: Int32) throws(ProtobufError) {
    try SecondsAndNanos(seconds: seconds, nanos: nanos).checkDuration()
  }
}

extension FieldWriter {
  /// Throws if no reader would accept the timestamp.
  public func checkTimestamp(seconds: Int64, nanos: Int32) throws(ProtobufError) {
    try SecondsAndNanos(seconds: seconds, nanos: nanos).checkTimestamp()
  }

  /// Throws if no reader would accept the duration.
  public func checkDuration(seconds: Int64, nanos: Int32) throws(ProtobufError) {
    try SecondsAndNanos(seconds: seconds, nanos: nanos).checkDuration()
  }
}
