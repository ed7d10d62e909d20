internal import CProtobufC

/// Something that libprotobuf-c has a struct for: a message, or an entry of a map.
///
/// Generated code conforms; nobody else calls it.
public protocol GeneratedFields {
  /// The layout of the struct.
  static var layout: MessageLayout { get }

  /// Copies the struct's fields.
  init(reading fields: FieldReader) throws(ProtobufError)

  /// Fills the struct's fields.
  func write(to fields: FieldWriter) throws(ProtobufError)
}

/// What the generator adds to a message. Programs use ``Message``.
public protocol GeneratedMessage: Message, GeneratedFields {
  /// The file that defines the message.
  static var file: ProtoFile { get }
}

extension GeneratedMessage {
  public init(serialized bytes: [UInt8]) throws(ProtobufError) {
    unsafe try self.init(serialized: bytes.span.bytes)
  }

  public init(serialized bytes: RawSpan) throws(ProtobufError) {
    let layout = Self.layout
    let arena = try Arena(
      expecting: 4 * bytes.byteCount,
      budget: ProtobufLimits.unpackingMemory(length: bytes.byteCount))
    let message = unsafe try layout.unpack(bytes, into: arena)
    try unsafe self.init(reading: FieldReader(message))
  }

  public func serialized() throws(ProtobufError) -> [UInt8] {
    let arena = try Arena(expecting: 0, budget: .max)
    let fields = unsafe try FieldWriter(Self.layout, arena.state)
    try write(to: fields)
    return try fields.pack()
  }

  public static var descriptor: MessageDescriptor {
    get throws(ProtobufError) {
      try file.pool().message(named: fullName)
    }
  }
}

extension MessageLayout {
  fileprivate func unpack(
    _ bytes: RawSpan, into arena: borrowing Arena
  ) throws(ProtobufError) -> UnsafeRawPointer {
    if isRecursive { try NestingCheck.check(bytes, self) }
    let allocator = unsafe arena.allocator
    let message = unsafe bytes.withUnsafeBytes { buffer in
      unsafe protobuf_c_message_unpack(
        descriptor, allocator, buffer.count, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      )
    }
    guard let message = unsafe message else {
      let isOverBudget = unsafe arena.state.pointee.isExhausted
      throw isOverBudget
        ? .outOfMemory : ProtobufError(.malformed, "the bytes are not a message of this type")
    }
    return UnsafeRawPointer(message)
  }
}

extension FieldWriter {
  fileprivate func pack() throws(ProtobufError) -> [UInt8] {
    let message = unsafe pointer.assumingMemoryBound(to: ProtobufCMessage.self)
    let size = unsafe protobuf_c_message_get_packed_size(message)
    guard size <= ProtobufLimits.messageLength else {
      throw ProtobufError(.tooLarge, "the message would be \(size) bytes long")
    }
    return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      count = unsafe protobuf_c_message_pack(message, start)
    }
  }
}
