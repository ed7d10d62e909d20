/// Writes markup as UTF-8 into one growing array.
struct MarkupWriter {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func write(_ markup: Markup) {
    switch markup.node {
    case .nothing: break
    case .text(let text): escape(text)
    case .element(let tag, let attributes, let content):
      open(tag.name, attributes)
      if tag.dropsLineFeed { bytes.append(UInt8(ascii: "\n")) }
      write(content)
      write("</")
      write(tag.name)
      bytes.append(UInt8(ascii: ">"))
    case .void(let name, let attributes): open(name, attributes)
    case .group(let parts): for part in parts { write(part) }
    case .bytes(let written): bytes.append(contentsOf: written)
    }
  }

  mutating func write(_ name: StaticString) {
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
    bytes.append(UInt8(ascii: "<"))
    write(name)
    for attribute in attributes { write(attribute) }
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func write(_ attribute: Attribute) {
    if case .omitted = attribute.value { return }
    bytes.append(UInt8(ascii: " "))
    if attribute.isData { write("data-") }
    write(attribute.name)
    if case .present = attribute.value { return }
    write("=\"")
    write(attribute.value)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func write(_ value: Attribute.Value) {
    switch value {
    case .omitted, .present: break
    case .word(let word): word.withUTF8Buffer { escape($0) }
    case .text(let text): escape(text)
    case .address(let address): address.bytes.withUnsafeBufferPointer { escape($0) }
    case .numbers(let numbers):
      for (index, number) in numbers.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: " ")) }
        write(number)
      }
    }
  }

  /// Writes a number with at most two decimals. What is no number, or too large, becomes 0.
  private mutating func write(_ number: Double) {
    guard let hundredths = Int(exactly: (number * 100).rounded()) else { return write("0") }
    if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, fraction) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    bytes.append(contentsOf: String(whole).utf8)
    guard fraction > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(fraction / 10))
    if fraction % 10 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(fraction % 10)) }
  }
}

// MARK: - Text

extension MarkupWriter {
  /// Writes a text so that a parser reads it as text, both between elements and in an attribute.
  private mutating func escape(_ text: String) {
    var text = text
    text.withUTF8 { escape($0) }
  }

  /// Writes what needs no escape in as few pieces as possible.
  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var (start, index) = (0, 0)
    while index < text.count {
      if Self.isPlain(text[index]) {
        index += 1
      } else if let (replacement, length) = Self.replacement(in: text, at: index) {
        bytes.append(contentsOf: text.extracting(start..<index))
        write(replacement)
        index += length
        start = index
      } else {
        index += 1
      }
    }
    bytes.append(contentsOf: text.extracting(start...))
  }

  /// Whether a byte is written as it is, whatever follows it.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x40...0x7E: true  // Most of what is ASCII.
    case 0x80...0xEE: byte != 0xC2
    case 0x20...0x3F: plainPunctuation >> UInt32(byte & 0x1F) & 1 == 1
    default: false
    }
  }

  /// A bit for each byte from 0x20 to 0x3F, which are all plain but `"`, `&`, `<` and `>`.
  private static var plainPunctuation: UInt32 { ~(1 << 0x02 | 1 << 0x06 | 1 << 0x1C | 1 << 0x1E) }

  /// Returns what replaces the character at an index, and the character's length in bytes. Returns
  /// nil if the character stays.
  private static func replacement(
    in text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (StaticString, Int)? {
    switch text[index] {
    case UInt8(ascii: "&"): ("&amp;", 1)
    case UInt8(ascii: "<"): ("&lt;", 1)
    case UInt8(ascii: ">"): ("&gt;", 1)
    case UInt8(ascii: "\""): ("&quot;", 1)
    case 0x09, 0x0A, 0x0C, 0x0D: nil
    case 0x00...0x1F, 0x7F: ("\u{FFFD}", 1)
    case 0xC2, 0xEF...0xF4: forbiddenLength(in: text, at: index).map { ("\u{FFFD}", $0) }
    default: nil
    }
  }

  /// Returns the length of a control character or noncharacter that isn't ASCII, or nil if the
  /// character is neither. A `String` is valid UTF-8, so the bytes that follow are there.
  private static func forbiddenLength(
    in text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Int? {
    let second = text[index + 1]
    switch text[index] {
    case 0xC2: return second < 0xA0 ? 2 : nil  // U+0080 to U+009F
    case 0xEF:
      let third = text[index + 2]
      let isArabicGap = second == 0xB7 && (0x90...0xAF).contains(third)  // U+FDD0 to U+FDEF
      return isArabicGap || (second == 0xBF && third >= 0xBE) ? 3 : nil  // U+FFFE, U+FFFF
    default:  // The last two of each plane.
      let isPlaneEnd = second & 0x0F == 0x0F && text[index + 2] == 0xBF && text[index + 3] >= 0xBE
      return isPlaneEnd ? 4 : nil
    }
  }
}
