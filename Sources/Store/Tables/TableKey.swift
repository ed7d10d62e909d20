/// What a record is found by: a `String`, bytes, or a tuple as ``IndexKey``.
public protocol TableKey: Sendable {
  /// Lends the bytes, in whose order a table keeps its records.
  func withKeyBytes<Result>(_ body: (RawSpan) throws -> Result) rethrows -> Result
}

extension String: TableKey {
  public func withKeyBytes<Result>(_ body: (RawSpan) throws -> Result) rethrows -> Result {
    try body(utf8.span.bytes)
  }
}

extension [UInt8]: TableKey {
  public func withKeyBytes<Result>(_ body: (RawSpan) throws -> Result) rethrows -> Result {
    try body(span.bytes)
  }
}

extension IndexKey: TableKey {
  public func withKeyBytes<Result>(_ body: (RawSpan) throws -> Result) rethrows -> Result {
    try body(bytes.span.bytes)
  }
}

extension TableKey {
  var keyBytes: [UInt8] { withKeyBytes { Array(copying: $0) } }
}
