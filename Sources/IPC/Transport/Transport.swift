/// A carrier of bytes in both directions, in order.
public protocol Transport: AnyObject, Sendable {
  /// Starts to deliver what arrives to `receiver`, on one thread at a time.
  ///
  /// The transport keeps the receiver alive until it has told it of the end.
  func start(_ receiver: any TransportReceiver)

  /// Sends bytes. Never blocks: bytes that the other side doesn't take yet are kept.
  ///
  /// The callers make sure that only one of them writes at a time.
  func write(_ bytes: [UInt8])

  /// Ends the writing. Bytes that were written before are still sent.
  func close()

  /// Ends the writing. Bytes that were not sent yet are dropped.
  func abort()

  /// The number of written bytes that the other side has not taken yet.
  var unsentByteCount: Int { get }

  /// Stops the delivery of what arrives, until ``resumeReading()``. So the other side can't
  /// continue to write either. Neither method waits, and neither calls the receiver.
  func pauseReading()
  func resumeReading()
}

/// The defaults are for a transport that keeps no bytes.
extension Transport {
  public func abort() { close() }
  public var unsentByteCount: Int { 0 }
  public func pauseReading() {}
  public func resumeReading() {}
}

/// A receiver of what a transport delivers.
public protocol TransportReceiver: AnyObject, Sendable {
  /// Some bytes have arrived. The transport decides how they are split.
  func transportReceived(_ bytes: RawSpan)

  /// Some of the bytes that the other side had not taken at once have been sent.
  func transportMoved()

  /// No further byte arrives. Called exactly once.
  ///
  /// - Parameter errno: 0 at the end of the stream, or the error that ended the reading.
  func transportClosed(errno: Int32)
}

extension TransportReceiver {
  public func transportMoved() {}
}
