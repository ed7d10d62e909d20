internal import IPCProtos
internal import ProtobufRuntime

/// A message of the hot path, which can be written and read field by field.
protocol PlainMessage {
  /// Whether the message can be written field by field.
  var isPlain: Bool { get }

  /// Writes the fields.
  func writePlain(to sink: inout some FieldSink)

  /// Reads the fields.
  init(plain fields: inout PlainFields) throws(PlainFields.Unusual)
}

extension PlainMessage {
  var plainLength: Int {
    var length = FieldLength()
    writePlain(to: &length)
    return length.total
  }
}

extension IPCOpen: PlainMessage {
  var isPlain: Bool {
    metadata.isEmpty && unknownFields.isEmpty && !method.containsNUL && !idempotencyKey.containsNUL
      && !peer.containsNUL && principal?.isPlain ?? true
  }

  func writePlain(to sink: inout some FieldSink) {
    sink.number(1, call)
    sink.bytes(2, method.utf8)
    sink.number(3, timeoutUs)
    if let principal { sink.nested(5, principal) }
    sink.bytes(6, idempotencyKey.utf8)
    sink.optional(7, message)
    sink.number(8, halfClose ? 1 : 0)
    sink.number(9, parentCall)
    sink.bytes(10, peer.utf8)
  }

  init(plain fields: inout PlainFields) throws(PlainFields.Unusual) {
    self.init()
    call = try fields.number(1)
    method = try fields.text(2)
    timeoutUs = try fields.number(3)
    if var nested = try fields.nested(5) {
      principal = try IPCPrincipal(plain: &nested)
      try nested.end()
    }
    idempotencyKey = try fields.text(6)
    message = try fields.optional(7)
    halfClose = try fields.flag(8)
    parentCall = try fields.number(9)
    peer = try fields.text(10)
  }
}

extension IPCPrincipal: PlainMessage {
  /// Every kind with a name is plain. A negative kind would take ten bytes. A principal with roles
  /// or a session is not plain.
  var isPlain: Bool {
    Self.plainKinds.contains(kind.rawValue) && roles.isEmpty && session.isEmpty
      && unknownFields.isEmpty && !id.containsNUL
  }

  func writePlain(to sink: inout some FieldSink) {
    sink.number(1, UInt64(kind.rawValue))
    sink.bytes(2, id.utf8)
  }

  init(plain fields: inout PlainFields) throws(PlainFields.Unusual) {
    self.init()
    let number = try fields.number(1)
    guard number < UInt64(Self.plainKinds.upperBound) else { throw PlainFields.Unusual() }
    kind = Kind(rawValue: Int32(number))
    id = try fields.text(2)
  }

  private static let plainKinds: Range<Int32> = 0..<128
}

extension IPCMessage: PlainMessage {
  var isPlain: Bool { unknownFields.isEmpty }

  func writePlain(to sink: inout some FieldSink) {
    sink.number(1, call)
    sink.bytes(2, payload)
  }

  init(plain fields: inout PlainFields) throws(PlainFields.Unusual) {
    self.init()
    call = try fields.number(1)
    payload = try fields.optional(2) ?? []
  }
}

extension IPCEnd: PlainMessage {
  var isPlain: Bool { status == nil && trailers.isEmpty && unknownFields.isEmpty }

  func writePlain(to sink: inout some FieldSink) {
    sink.number(1, call)
    sink.optional(4, message)
  }

  init(plain fields: inout PlainFields) throws(PlainFields.Unusual) {
    self.init()
    call = try fields.number(1)
    message = try fields.optional(4)
  }
}

extension IPCCredit: PlainMessage {
  var isPlain: Bool { unknownFields.isEmpty }

  func writePlain(to sink: inout some FieldSink) {
    sink.number(1, call)
    sink.number(2, bytes)
  }

  init(plain fields: inout PlainFields) throws(PlainFields.Unusual) {
    self.init()
    call = try fields.number(1)
    bytes = try fields.number(2)
  }
}

extension String {
  fileprivate var containsNUL: Bool { utf8.contains(0) }
}
