extension FieldReader {
  /// Refuses a `google.protobuf.Timestamp` outside the years 1 to 9999: what is read can be
  /// printed, and arithmetic on it can't overflow.
  public func checkTimestamp(seconds: Int64, nanos: Int32) throws(ProtobufError) {
    try SecondsAndNanos(seconds: seconds, nanos: nanos).checkTimestamp()
  }

  /// Refuses a `google.protobuf.Duration` of more than ten thousand years, or of two signs.
  public func checkDuration(seconds: Int64, nanos: Int32) throws(ProtobufError) {
    try SecondsAndNanos(seconds: seconds, nanos: nanos).checkDuration()
  }
}

extension FieldWriter {
  /// Refuses to write what no reader would take.
  public func checkTimestamp(seconds: Int64, nanos: Int32) throws(ProtobufError) {
    try SecondsAndNanos(seconds: seconds, nanos: nanos).checkTimestamp()
  }

  /// Refuses to write what no reader would take.
  public func checkDuration(seconds: Int64, nanos: Int32) throws(ProtobufError) {
    try SecondsAndNanos(seconds: seconds, nanos: nanos).checkDuration()
  }
}
