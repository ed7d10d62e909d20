/// Writes JSON texts.
struct JSONPrinter {
  private let isPretty: Bool
  private var text = ""
  private var depth = 0

  static func text(of value: JSONValue, isPretty: Bool) -> String {
    var printer = JSONPrinter(isPretty: isPretty)
    printer.write(value)
    return printer.text
  }

  private init(isPretty: Bool) { self.isPretty = isPretty }

  private mutating func write(_ value: JSONValue) {
    switch value {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let digits): text += digits
    case .string(let string): write(string)
    case .array(let elements):
      writeList(elements, "[", "]") { printer, element in printer.write(element) }
    case .object(let members):
      writeList(members, "{", "}") { printer, member in
        printer.write(member.0)
        printer.text += printer.isPretty ? ": " : ":"
        printer.write(member.1)
      }
    }
  }

  private mutating func writeList<Item>(
    _ items: [Item], _ opening: String, _ closing: String,
    _ write: (inout JSONPrinter, Item) -> Void
  ) {
    text += opening
    depth += 1
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      newLine()
      write(&self, item)
    }
    depth -= 1
    if !items.isEmpty { newLine() }
    text += closing
  }

  private mutating func newLine() {
    guard isPretty else { return }
    text += "\n" + String(repeating: "  ", count: depth)
  }

  private mutating func write(_ string: String) {
    text += "\""
    if string.utf8.contains(where: Self.needsEscape) {
      for scalar in string.unicodeScalars { text += Self.escaped(scalar) }
    } else {
      text += string
    }
    text += "\""
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < UInt8(ascii: " ") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case "\u{0}"..<" ":
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: return String(scalar)
    }
  }
}
