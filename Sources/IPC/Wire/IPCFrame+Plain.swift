internal import IPCProtos

extension IPCFrame.Kind {
  private enum Field {
    static let open: UInt8 = 3
    static let message: UInt8 = 4
    static let end: UInt8 = 6
    static let credit: UInt8 = 8
  }

  /// Reads a frame of the hot path; nil if it is of another kind, or not plain.
  init?(plain bytes: RawSpan) {
    let kind = try? bytes.withUnsafeBytes { (bytes) throws(PlainFields.Unusual) in
      try Self.plain(bytes)
    }
    guard let kind else { return nil }
    self = kind
  }

  /// Appends a frame of the hot path, with its length prefix. Returns false, and does nothing, if
  /// the frame is of another kind or not plain.
  func appendPlain(to buffer: inout [UInt8]) -> Bool {
    switch self {
    case .open(let open): Self.append(Field.open, open, to: &buffer)
    case .message(let message): Self.append(Field.message, message, to: &buffer)
    case .end(let end): Self.append(Field.end, end, to: &buffer)
    case .credit(let credit): Self.append(Field.credit, credit, to: &buffer)
    default: false
    }
  }

  private static func append(
    _ field: UInt8, _ message: some PlainMessage, to buffer: inout [UInt8]
  ) -> Bool {
    guard message.isPlain else { return false }
    let length = message.plainLength
    var head = FieldLength()
    head.begin(field, length: length)
    buffer.appendPrefix(of: head.total + length)
    buffer.begin(field, length: length)
    message.writePlain(to: &buffer)
    return true
  }

  private static func plain(
    _ bytes: UnsafeRawBufferPointer
  ) throws(PlainFields.Unusual) -> IPCFrame.Kind {
    guard let tag = bytes.first else { throw PlainFields.Unusual() }
    switch tag >> 3 {
    case Field.open: return .open(try read(Field.open, bytes))
    case Field.message: return .message(try read(Field.message, bytes))
    case Field.end: return .end(try read(Field.end, bytes))
    case Field.credit: return .credit(try read(Field.credit, bytes))
    default: throw PlainFields.Unusual()
    }
  }

  private static func read<Message: PlainMessage>(
    _ field: UInt8, _ bytes: UnsafeRawBufferPointer
  ) throws(PlainFields.Unusual) -> Message {
    var frame = PlainFields(bytes)
    guard var fields = try frame.nested(field) else { throw PlainFields.Unusual() }
    try frame.end()
    let message = try Message(plain: &fields)
    try fields.end()
    return message
  }
}
