/// The key of a record: a `String`, bytes, or a tuple as ``IndexKey``.
public protocol TableKey: Sendable {
  /// Lends the bytes of the key. A table keeps its records in the order of these bytes.
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
