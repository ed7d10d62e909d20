/// Text that arrives line by line.
protocol LineSource: AnyObject, Sendable {
  /// Returns the next line without its end, waiting for it; nil at the end of the text.
  func next() async throws -> String?

  /// Returns the bytes that come next, however many there are, waiting for them; nil at the end.
  func nextBlock() async throws -> [UInt8]?
}

extension LineSource {
  /// Returns everything up to the end.
  func whole() async throws -> String {
    var lines: [String] = []
    while let line = try await next() { lines.append(line) }
    return lines.joined(separator: "\n")
  }

  /// Returns every byte up to the end.
  func bytes() async throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let block = try await nextBlock() { bytes += block }
    return bytes
  }
}

/// Lines of a text that is there already.
final class TextLines: LineSource {
  private let lines: Remaining

  init(_ text: String) {
    lines = Remaining(
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }

  func next() async throws -> String? { await lines.take() }

  func nextBlock() async throws -> [UInt8]? { await lines.takeAll() }

  private actor Remaining {
    private var lines: ArraySlice<String>

    init(_ lines: [String]) { self.lines = lines[...] }

    func take() -> String? { lines.popFirst() }

    func takeAll() -> [UInt8]? {
      guard !lines.isEmpty else { return nil }
      defer { lines = [] }
      return Array(lines.joined(separator: "\n").utf8)
    }
  }
}
