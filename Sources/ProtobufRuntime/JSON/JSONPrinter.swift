/// A printer of JSON texts. It writes the bytes of UTF-8, because a response of the gateway has
/// thousands of values.
struct JSONPrinter {
  private let isPretty: Bool
  private var text: [UInt8] = []
  private var depth = 0

  static func bytes(of value: JSONValue, isPretty: Bool) -> [UInt8] {
    var printer = JSONPrinter(isPretty: isPretty)
    printer.write(value)
    return printer.text
  }

  private init(isPretty: Bool) {
    self.isPretty = isPretty
    text.reserveCapacity(1 << 10)
  }

  private mutating func write(_ value: JSONValue) {
    switch value {
    case .null: write(raw: "null")
    case .bool(let value): write(raw: value ? "true" : "false")
    case .number(let digits): text.append(contentsOf: digits.utf8)
    case .string(let string): write(string)
    case .array(let elements): write(elements)
    case .object(let members): write(members)
    }
  }

  private mutating func write(_ elements: [JSONValue]) {
    open("[")
    for index in elements.indices {
      separate(index)
      write(elements[index])
    }
    close("]", isEmpty: elements.isEmpty)
  }

  private mutating func write(_ members: [(String, JSONValue)]) {
    open("{")
    for index in members.indices {
      separate(index)
      write(members[index].0)
      write(raw: isPretty ? ": " : ":")
      write(members[index].1)
    }
    close("}", isEmpty: members.isEmpty)
  }

  private mutating func open(_ bracket: Unicode.Scalar) {
    text.append(UInt8(ascii: bracket))
    depth += 1
  }

  private mutating func separate(_ index: Int) {
    if index > 0 { text.append(UInt8(ascii: ",")) }
    if isPretty { newLine() }
  }

  private mutating func close(_ bracket: Unicode.Scalar, isEmpty: Bool) {
    depth -= 1
    if isPretty, !isEmpty { newLine() }
    text.append(UInt8(ascii: bracket))
  }

  private mutating func newLine() {
    text.append(UInt8(ascii: "\n"))
    text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func write(raw string: String) {
    text.append(contentsOf: string.utf8)
  }

  private mutating func write(_ string: String) {
    text.append(UInt8(ascii: "\""))
    if JSONEscapes.mayBeNeeded(in: string.utf8.span) {
      for scalar in string.unicodeScalars { write(scalar) }
    } else {
      text.append(contentsOf: string.utf8)
    }
    text.append(UInt8(ascii: "\""))
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    if let escape = JSONEscapes.escape(of: scalar) {
      text.append(contentsOf: escape.utf8)
    } else {
      text.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    }
  }
}
