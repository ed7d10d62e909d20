internal import CProtobufC

/// A type that has a struct in libprotobuf-c: a message, or an entry of a map.
///
/// Only generated code conforms to it.
public protocol GeneratedFields {
  /// The layout of the struct.
  static var layout: MessageLayout { get }

  /// Creates the value from the struct's fields.
  init(reading fields: FieldReader) throws(ProtobufError)

  /// Fills the struct's fields.
  func write(to fields: FieldWriter) throws(ProtobufError)
}

/// The part of a message that the generator adds. Programs use ``Message``.
public protocol GeneratedMessage: Message, GeneratedFields {
  /// The file that defines the message.
  static var file: ProtoFile { get }
}

extension GeneratedMessage {
  public init(serialized bytes: [UInt8]) throws(ProtobufError) {
    self = try unsafe Self.unpacked(from: bytes.span.bytes)
  }

  public init(serialized bytes: RawSpan) throws(ProtobufError) {
    self = try Self.unpacked(from: bytes)
  }

  private static func unpacked(from bytes: RawSpan) throws(ProtobufError) -> Self {
    let layout = Self.layout
    if layout.isRecursive { try layout.checkDepth(of: bytes) }
    let arena = try Arena(forUnpacking: bytes.byteCount)
    let message = unsafe layout.unpack(bytes, into: arena)
    guard unsafe !arena.state.pointee.hasReplacedMessage else { return try putTogether(bytes) }
    guard let message = unsafe message else { throw arena.failure }
    return try unsafe Self(reading: FieldReader(message))
  }

  /// Reads a message that contains a field in several pieces.
  ///
  /// libprotobuf-c merges some of these fields wrongly and refuses others. So this merges them
  /// before libprotobuf-c reads them.
  private static func putTogether(_ bytes: RawSpan) throws(ProtobufError) -> Self {
    let copy = unsafe bytes.withUnsafeBytes { unsafe [UInt8]($0) }
    let whole = try file.pool().merge(copy, as: fullName)
    let arena = try Arena(forUnpacking: whole.count)
    guard let message = unsafe layout.unpack(whole.span.bytes, into: arena) else {
      throw arena.failure
    }
    return try unsafe Self(reading: FieldReader(message))
  }

  public func serialized() throws(ProtobufError) -> [UInt8] {
    let arena = try Arena(expecting: 0, budget: .max)
    let fields = try unsafe FieldWriter(Self.layout, arena.state)
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
  /// Returns the message in the arena's memory, or `nil` if libprotobuf-c refuses it.
  fileprivate func unpack(
    _ bytes: RawSpan, into arena: borrowing Arena
  ) -> UnsafeRawPointer? {
    let allocator = unsafe arena.allocator
    let message = unsafe bytes.withUnsafeBytes { buffer in
      unsafe protobuf_c_message_unpack(
        descriptor, allocator, buffer.count, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      )
    }
    return UnsafeRawPointer(message)
  }
}

extension Arena {
  fileprivate init(forUnpacking length: Int) throws(ProtobufError) {
    try self.init(
      expecting: 4 * length, budget: ProtobufLimits.unpackingMemory(length: length))
  }

  /// The reason why libprotobuf-c has not unpacked a message.
  fileprivate var failure: ProtobufError {
    let isOverBudget = unsafe state.pointee.isExhausted
    return isOverBudget
      ? .outOfMemory : ProtobufError(.malformed, "the bytes are not a message of this type")
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
