internal import CProtobufC

extension MessageLayout {
  /// Checks a message's depth. This comes before libprotobuf-c, which recurses without a limit.
  ///
  /// Only messages whose type can contain itself need it. The depth of other messages is the depth
  /// of their types.
  func checkDepth(of bytes: RawSpan) throws(ProtobufError) {
    let copy = unsafe bytes.withUnsafeBytes { unsafe [UInt8]($0) }
    try unsafe Self.check(WireReader(copy), descriptor, depth: 0)
  }

  private static func check(
    _ message: WireReader, _ descriptor: UnsafePointer<ProtobufCMessageDescriptor>, depth: Int
  ) throws(ProtobufError) {
    guard depth <= ProtobufLimits.depth else { throw ProtobufError.tooDeep }
    var reader = message
    while let tag = try reader.tag() {
      guard tag.type == .lengthDelimited else {
        try reader.skip(tag.type)
        continue
      }
      let nested = try reader.nested()
      if let type = unsafe messageType(of: tag.number, in: descriptor) {
        try unsafe check(nested, type, depth: depth + 1)
      }
    }
  }

  private static func messageType(
    of number: Int, in descriptor: UnsafePointer<ProtobufCMessageDescriptor>
  ) -> UnsafePointer<ProtobufCMessageDescriptor>? {
    guard
      let field = unsafe protobuf_c_message_descriptor_get_field(descriptor, UInt32(number)),
      unsafe field.pointee.type == PROTOBUF_C_TYPE_MESSAGE
    else { return nil }
    return unsafe field.pointee.descriptor?.assumingMemoryBound(
      to: ProtobufCMessageDescriptor.self)
  }
}

extension ProtobufError {
  static var tooDeep: ProtobufError {
    ProtobufError(.tooDeep, "messages are nested more than \(ProtobufLimits.depth) levels deep")
  }
}
