/// Carries bytes both ways, in order.
public protocol Transport: AnyObject, Sendable {
  /// Begins to hand what arrives to `receiver`, on one thread at a time.
  ///
  /// The transport keeps the receiver alive until it has told it of the end.
  func start(_ receiver: any TransportReceiver)

  /// Sends bytes. Never blocks: what the other side doesn't take yet is kept.
  ///
  /// Callers see to it that only one of them writes at a time.
  func write(_ bytes: [UInt8])

  /// Says that no further byte will be written. What was written before still leaves.
  func close()

  /// The same, but what has not left yet never does.
  func abort()

  /// How many bytes were written that the other side has not taken yet.
  var unsentByteCount: Int { get }

  /// Hands over nothing more of what arrives, until ``resumeReading()``: so the other side can't go
  /// on writing either. Neither waits, and neither calls the receiver.
  func pauseReading()
  func resumeReading()
}

/// For a transport that keeps nothing.
extension Transport {
  public func abort() { close() }
  public var unsentByteCount: Int { 0 }
  public func pauseReading() {}
  public func resumeReading() {}
}

/// Takes what a transport brings.
public protocol TransportReceiver: AnyObject, Sendable {
  /// Some bytes arrived, cut up however it pleased the transport.
  func transportReceived(_ bytes: RawSpan)

  /// Some of what the other side had not taken at once has left.
  func transportMoved()

  /// No further byte arrives. Called exactly once.
  ///
  /// - Parameter errno: 0 at the end of the stream, or why reading failed.
  func transportClosed(errno: Int32)
}

extension TransportReceiver {
  public func transportMoved() {}
}
