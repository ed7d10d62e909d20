/// The fields of one message on the wire, by their numbers. This is enough to read descriptors.
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

  /// Returns whether the field has a varint.
  package func has(_ number: Int) -> Bool { numbers[number] != nil }

  /// Returns the varint of the field, or 0.
  package func int(_ number: Int) -> Int { numbers[number] ?? 0 }

  /// Returns all length-delimited values of the field.
  package func nested(_ number: Int) -> [WireReader] { readers[number] ?? [] }

  /// Returns the text of the field, or an empty text.
  package func string(_ number: Int) throws(ProtobufError) -> String {
    guard let reader = readers[number]?.last else { return "" }
    return try WireText.decode(reader.remainder)
  }

  /// Returns the name in the field, or an empty text. A name consists of letters, digits and
  /// underscores of ASCII, as in protobuf. Any other name is refused, because it comes from a
  /// plugin and is shown on terminals.
  ///
  /// - Parameter isDotted: Whether the field holds several names, separated by dots.
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
      throw ProtobufError(.malformed, "a name in a descriptor is not an identifier", path: "")
    }
    return name
  }

  /// Returns all texts of the field.
  package func strings(_ number: Int) throws(ProtobufError) -> [String] {
    var strings: [String] = []
    for reader in nested(number) { strings.append(try WireText.decode(reader.remainder)) }
    return strings
  }
}
