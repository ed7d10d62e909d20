/// One value on the wire, not yet interpreted.
enum WireValue {
  case varint(UInt64)
  case fixed64(UInt64)
  case fixed32(UInt32)
  case lengthDelimited(WireReader)

  init(_ type: WireType, from reader: inout WireReader) throws(ProtobufError) {
    switch type {
    case .varint: self = .varint(try reader.varint())
    case .fixed64: self = .fixed64(try reader.fixed64())
    case .fixed32: self = .fixed32(try reader.fixed32())
    case .lengthDelimited: self = .lengthDelimited(try reader.nested())
    }
  }
}
