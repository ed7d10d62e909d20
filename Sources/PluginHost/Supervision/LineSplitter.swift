/// A splitter that cuts a stream of bytes into lines of text.
///
/// A line that is longer than `maximumLength` loses its end: a plugin that prints without newlines
/// can't make the host hold all of it.
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
    // Logs are text for people: bytes that aren't UTF-8 are repaired, since refusing them would
    // hide them. A message can't contain a NUL.
    let text = String(decoding: current, as: UTF8.self).replacing("\0", with: "␀")
    return isCut ? text + Self.cutMark : text
  }
}
