/// The layout of a field's value on the wire.
package enum WireType: UInt8, Sendable {
  case varint = 0
  case fixed64 = 1
  case lengthDelimited = 2
  case fixed32 = 5
}

/// The tag that precedes each value on the wire.
package struct WireTag: Hashable, Sendable {
  package let number: Int
  package let type: WireType

  package init(number: Int, type: WireType) {
    self.number = number
    self.type = type
  }
}
