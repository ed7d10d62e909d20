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

  /// The name at that field, or an empty one: letters, digits and underscores of ASCII, as protobuf has
  /// it. What describes it comes from a plugin, and is shown on terminals.
  ///
  /// - Parameter isDotted: Whether it is several names with dots between them.
  package func identifier(
    _ number: Int, isDotted: Bool = false
  ) throws(ProtobufError) -> String {
    let name = try string(number)
    let isIdentifier = name.utf8.allSatisfy { byte in
      let letter = byte | 0x20
      return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
        || (isDotted && byte == UInt8(ascii: "."))
    }
    guard isIdentifier else {
      throw ProtobufError(.malformed, "a name in a descriptor is no identifier", path: "")
    }
    return name
  }

  /// Every text of that field.
  package func strings(_ number: Int) throws(ProtobufError) -> [String] {
    var strings: [String] = []
    for reader in nested(number) { strings.append(try WireText.decode(reader.remainder)) }
    return strings
  }
}
