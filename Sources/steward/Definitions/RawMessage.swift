internal import ProtobufRuntime

/// A message of any type, as its bytes: what `call` sends and receives, since it was never compiled
/// with the modules that it calls.
struct RawMessage: Message {
  var bytes: [UInt8] = []

  init() {}

  init(bytes: [UInt8]) { self.bytes = bytes }

  static var fullName: String { "any message" }

  init(serialized bytes: [UInt8]) throws(ProtobufError) { self.bytes = bytes }

  init(serialized bytes: RawSpan) throws(ProtobufError) {
    self.bytes = bytes.withUnsafeBytes { Array($0) }
  }

  func serialized() throws(ProtobufError) -> [UInt8] { bytes }

  static var descriptor: MessageDescriptor {
    get throws(ProtobufError) {
      throw ProtobufError(.unknownType, "bytes alone do not say which message they are")
    }
  }
}
