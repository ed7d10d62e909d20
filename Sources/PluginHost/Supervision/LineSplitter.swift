/// Cuts a stream of bytes into lines of text.
///
/// What is longer than `maximumLength` loses its tail: a plugin that prints without newlines can't
/// make the host hold it all.
struct LineSplitter: Sendable {
  static let maximumLength = 16 * 1024
  static let cutMark = " … (cut)"

  private var current: [UInt8] = []
  private var isCut = false

  /// Returns the lines that `bytes` completes.
  mutating func append(_ bytes: ArraySlice<UInt8>) -> [String] {
    var lines: [String] = []
    var rest = bytes
    while let newline = rest.firstIndex(of: UInt8(ascii: "\n")) {
      extend(with: rest[..<newline])
      lines.append(take())
      rest = rest[(newline + 1)...]
    }
    extend(with: rest)
    return lines
  }

  /// Returns the last line, if the stream ended without a newline.
  mutating func finish() -> String? {
    current.isEmpty ? nil : take()
  }

  private mutating func extend(with bytes: ArraySlice<UInt8>) {
    let room = Self.maximumLength - current.count
    current += bytes.prefix(room)
    if bytes.count > room { isCut = true }
  }

  private mutating func take() -> String {
    defer {
      current.removeAll(keepingCapacity: true)
      isCut = false
    }
    if current.last == UInt8(ascii: "\r") { current.removeLast() }
    // Logs are text for people: what isn't UTF-8 is repaired, since refusing it would hide it. A NUL
    // can't travel in a message.
    let text = String(decoding: current, as: UTF8.self).replacing("\0", with: "␀")
    return isCut ? text + Self.cutMark : text
  }
}
