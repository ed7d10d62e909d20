/// A parser of JSON texts. It accepts exactly the texts of RFC 8259, with an optional byte order
/// mark, within the limits of ``ProtobufLimits``.
struct JSONParser {
  private enum Step {
    case name(String)
    case index(Int)
  }

  private let bytes: [UInt8]
  private var position = 0
  /// The number of values that have begun.
  private var count = 0
  /// The parser's position in the value.
  private var path: [Step] = []

  static func parse(_ text: String) throws(ProtobufError) -> JSONValue {
    // RFC 8259, section 8.1: a byte order mark may be ignored.
    let text =
      text.unicodeScalars.first == "\u{FEFF}"
      ? text.unicodeScalars.dropFirst() : text.unicodeScalars[...]
    var parser = JSONParser(bytes: Array(String(text).utf8))
    let value = try parser.value()
    parser.skipSpace()
    guard parser.position == parser.bytes.count else {
      throw parser.failure("unexpected text after the value")
    }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func value() throws(ProtobufError) -> JSONValue {
    skipSpace()
    count += 1
    guard count <= ProtobufLimits.jsonValues else {
      throw failure("there are more than \(ProtobufLimits.jsonValues) values", kind: .tooLarge)
    }
    switch next {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func object() throws(ProtobufError) -> JSONValue {
    var members: [(String, JSONValue)] = []
    var names: Set<String> = []
    try list(UInt8(ascii: "}"), .name("")) { (parser) throws(ProtobufError) in
      guard parser.next == UInt8(ascii: "\"") else {
        throw parser.failure("expected the name of a member, in double quotes")
      }
      let start = parser.position
      let name = try parser.string()
      parser.path[parser.path.count - 1] = .name(name)
      guard names.insert(name).inserted else {
        throw parser.failure("the member is given twice", kind: .duplicate, at: start)
      }
      parser.skipSpace()
      guard parser.take(":") else { throw parser.failure("expected \":\"") }
      members.append((name, try parser.value()))
    }
    return .object(members)
  }

  private mutating func array() throws(ProtobufError) -> JSONValue {
    var elements: [JSONValue] = []
    try list(UInt8(ascii: "]"), .index(0)) { (parser) throws(ProtobufError) in
      parser.path[parser.path.count - 1] = .index(elements.count)
      elements.append(try parser.value())
    }
    return .array(elements)
  }

  /// Reads the items between brackets.
  private mutating func list(
    _ closing: UInt8, _ step: Step, _ item: (inout JSONParser) throws(ProtobufError) -> Void
  ) throws(ProtobufError) {
    guard path.count < ProtobufLimits.depth else {
      throw failure(
        "the value is nested more than \(ProtobufLimits.depth) levels deep", kind: .tooDeep)
    }
    position += 1
    skipSpace()
    if next == closing { return position += 1 }
    path.append(step)
    repeat {
      skipSpace()
      try item(&self)
      skipSpace()
    } while take(",")
    path.removeLast()
    guard next == closing else {
      throw failure("expected \",\" or \"\(Character(Unicode.Scalar(closing)))\"")
    }
    position += 1
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(ProtobufError) -> JSONValue {
    let expected = Array(word.description.utf8)
    guard bytes[position...].starts(with: expected) else {
      throw failure("a value is missing or malformed")
    }
    position += expected.count
    return value
  }

  private mutating func number() throws(ProtobufError) -> String {
    guard let end = JSONNumber.end(of: bytes, from: position) else {
      throw failure("a value is missing or malformed")
    }
    guard end - position <= ProtobufLimits.numberLength else {
      throw failure(
        "the number has more than \(ProtobufLimits.numberLength) characters", kind: .tooLarge)
    }
    defer { position = end }
    return String(decoding: bytes[position..<end], as: UTF8.self)
  }
}

extension JSONParser {
  private mutating func string() throws(ProtobufError) -> String {
    let opening = position
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += Array(String(try escape()).utf8)
      case 0..<0x20: throw failure("a control character in a string must be escaped")
      default:
        text.append(byte)
        position += 1
      }
    }
    throw failure("the string has no closing quote", at: opening)
  }

  private mutating func escape() throws(ProtobufError) -> Unicode.Scalar {
    let start = position
    position += 1
    defer { position += 1 }
    switch next {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(from: start)
    default: throw failure("unknown escape", at: start)
    }
  }

  /// Reads the digits after `\u`, and those of the second half of a surrogate pair. Ends on the
  /// last digit.
  private mutating func unicodeEscape(
    from start: Int
  ) throws(ProtobufError) -> Unicode.Scalar {
    let first = try hexDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard UTF16.isLeadSurrogate(UInt16(first)), bytes[(position + 1)...].starts(with: [0x5C, 0x75])
    else { throw failure("half of a surrogate pair is not a character", at: start) }
    position += 2
    let second = try hexDigits()
    guard UTF16.isTrailSurrogate(UInt16(second)) else {
      throw failure("half of a surrogate pair is not a character", at: start)
    }
    let value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
    guard let scalar = Unicode.Scalar(value) else { throw failure("no such character", at: start) }
    return scalar
  }

  private mutating func hexDigits() throws(ProtobufError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      position += 1
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw failure("expected four hexadecimal digits")
      }
      value = value << 4 + UInt32(digit)
    }
    return value
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private func failure(
    _ message: String, kind: ProtobufError.Kind = .syntax, at place: Int? = nil
  ) -> ProtobufError {
    let before = bytes[..<min(place ?? position, bytes.count)]
    let newLine = UInt8(ascii: "\n")
    let lineStart = before.lastIndex(of: newLine).map { $0 + 1 } ?? 0
    let error = ProtobufError(
      kind, message, line: before.count { $0 == newLine } + 1,
      column: String(decoding: before[lineStart...], as: UTF8.self).count + 1)
    return path.reversed().reduce(error) { error, step in
      switch step {
      case .name(let name): error.within(name)
      case .index(let index): error.within(index)
      }
    }
  }
}
