internal import ProtobufRuntime

extension WireReader {
  /// Returns a copy of the message, whose type needn't be known. `transform` returns the new value
  /// of each length-delimited field, or nil to leave the field out.
  func rewritten(_ transform: (Int, WireReader) throws -> [UInt8]?) throws -> [UInt8] {
    var reader = self
    var writer = WireWriter()
    while let tag = try reader.tag() {
      if tag.type == .lengthDelimited {
        guard let value = try transform(tag.number, try reader.nested()) else { continue }
        writer.field(tag.number, value)
      } else {
        writer.tag(tag.number, tag.type)
        try reader.copyValue(of: tag.type, to: &writer)
      }
    }
    return writer.bytes
  }

  private mutating func copyValue(
    of type: WireType, to writer: inout WireWriter
  ) throws(ProtobufError) {
    switch type {
    case .varint: writer.varint(try varint())
    case .fixed64: writer.fixed64(try fixed64())
    case .fixed32: writer.fixed32(try fixed32())
    case .lengthDelimited: writer.lengthDelimited(try nested().remainder)
    }
  }
}
