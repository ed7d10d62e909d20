internal import IPCProtos
internal import Status

// Conversions between calls and their frames. A deadline is an instant here, and the remaining time
// on the wire, because two processes have no common clock that both would trust.

extension IPCOpen {
  init(_ header: CallHeader, call: UInt64, at now: ContinuousClock.Instant?) {
    self.init(
      call: call, method: header.method,
      timeoutUs: header.deadline.map { ($0 - (now ?? .now)).wireTimeout } ?? 0,
      metadata: header.metadata, principal: header.principal,
      idempotencyKey: header.idempotencyKey, message: header.message,
      halfClose: header.halfClosed, parentCall: header.parentCall, peer: header.peer)
  }
}

extension CallHeader {
  init(_ open: IPCOpen, at now: ContinuousClock.Instant) {
    self.init(
      method: open.method,
      deadline: open.timeoutUs == 0
        ? nil : now + .microseconds(Int64(clamping: open.timeoutUs)),
      metadata: open.metadata, principal: open.principal, idempotencyKey: open.idempotencyKey,
      message: open.message, halfClosed: open.halfClose, parentCall: open.parentCall,
      peer: open.peer)
  }
}

extension IPCEnd {
  init(_ end: CallEnd, call: UInt64) {
    self.init(
      call: call, status: end.status.isOK ? nil : end.status.wire, trailers: end.trailers,
      message: end.message)
  }
}

extension CallEnd {
  init(_ end: IPCEnd) {
    self.init(
      status: end.status.map { Status($0) } ?? .ok, trailers: end.trailers, message: end.message)
  }
}

extension Duration {
  /// The duration in microseconds, at least 1, because 0 would mean no deadline.
  var wireTimeout: UInt64 {
    let (seconds, attoseconds) = components
    guard seconds < .max / 2_000_000 else { return .max }
    return UInt64(max(1, seconds * 1_000_000 + attoseconds / 1_000_000_000_000))
  }
}
