/// The fields of one message on the wire, sorted by number: enough to read descriptors with.
package struct Fields {
  private var numbers: [Int: Int] = [:]
  private var readers: [Int: [WireReader]] = [:]

  package init(_ message: WireReader) throws(ProtobufError) {
    var reader = message
    while let tag = try reader.tag() {
      switch tag.type {
      case .varint: numbers[tag.number] = Int(truncatingIfNeeded: try reader.varint())
      case .lengthDelimited: readers[tag.number, default: []].append(try reader.nested())
      case .fixed32, .fixed64: try reader.skip(tag.type)
      }
    }
  }

  /// Whether there is a number at that field.
  package func has(_ number: Int) -> Bool { numbers[number] != nil }

  /// The number at that field, or 0.
  package func int(_ number: Int) -> Int { numbers[number] ?? 0 }

  /// Every length-delimited value of that field.
  package func nested(_ number: Int) -> [WireReader] { readers[number] ?? [] }

  /// The text at that field, or an empty one.
  package func string(_ number: Int) throws(ProtobufError) -> String {
    guard let reader = readers[number]?.last else { return "" }
    return try WireText.decode(reader.remainder)
  }

  /// Every text of that field.
  package func strings(_ number: Int) throws(ProtobufError) -> [String] {
    var strings: [String] = []
    for reader in nested(number) { strings.append(try WireText.decode(reader.remainder)) }
    return strings
  }
}
