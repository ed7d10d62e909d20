public import IPCProtos
public import Status

extension Status {
  /// Creates a status from its message on the wire.
  public init(_ wire: IPCStatus) {
    self.init(
      StatusCode(rawValue: wire.code), reason: StatusReason(rawValue: wire.reason),
      message: wire.message,
      fieldViolations: wire.fieldViolations.map {
        FieldViolation(field: $0.field, reason: $0.reason, message: $0.message)
      },
      retryDelay: wire.retryDelayMs.map { .milliseconds(Int64(clamping: $0)) })
  }

  /// The status as its message on the wire.
  public var wire: IPCStatus {
    IPCStatus(
      code: code.rawValue, reason: reason.rawValue, message: message,
      fieldViolations: fieldViolations.map {
        IPCFieldViolation(field: $0.field, reason: $0.reason, message: $0.message)
      },
      retryDelayMs: retryDelay.map { UInt64(clamping: $0.wholeMilliseconds) })
  }
}

extension Duration {
  /// The duration in milliseconds, rounded down. It is never below zero, and always fits an Int64.
  fileprivate var wholeMilliseconds: Int64 {
    let (seconds, attoseconds) = components
    return min(max(seconds, 0), .max / 1000 - 1) * 1000 + max(attoseconds, 0)
      / 1_000_000_000_000_000
  }
}
