public import ProtobufRuntime

/// A message of any type, as its bytes. A program uses it to call plugins with which it was not
/// compiled.
public struct RawMessage: Message {
  /// The message on the wire.
  public var bytes: [UInt8] = []

  /// Creates an empty message.
  public init() {}

  /// Creates a message from its bytes.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  public static var fullName: String { "any message" }

  public init(serialized bytes: [UInt8]) throws(ProtobufError) { self.bytes = bytes }

  public init(serialized bytes: RawSpan) throws(ProtobufError) {
    self.bytes = bytes.withUnsafeBytes { Array($0) }
  }

  public func serialized() throws(ProtobufError) -> [UInt8] { bytes }

  /// - Throws: Always, because raw bytes have no message type.
  public static var descriptor: MessageDescriptor {
    get throws(ProtobufError) {
      throw ProtobufError(.unknownType, "raw bytes have no message type")
    }
  }
}
