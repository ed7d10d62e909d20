/// Text that arrives line by line.
protocol LineSource: AnyObject, Sendable {
  /// Waits for the next line, and returns it without its end; nil at the end of the text.
  func next() async throws -> String?

  /// Waits for the next bytes, and returns as many as there are; nil at the end.
  func nextBlock() async throws -> [UInt8]?
}

extension LineSource {
  /// Returns everything up to the end. Throws if it is longer than a message may be.
  func whole() async throws -> String {
    var (lines, length): ([String], Int) = ([], 0)
    while let line = try await next() {
      length += line.utf8.count + 1
      guard length <= DescriptorLines.maximumLineLength + 1 else {
        throw tooMuch(DescriptorLines.maximumLineLength)
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }

  /// Returns every byte up to the end. Throws if there are too many.
  ///
  /// - Parameter most: The maximum number of bytes.
  func bytes(upTo most: Int) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let block = try await nextBlock() {
      guard bytes.count + block.count <= most else { throw tooMuch(most) }
      bytes += block
    }
    return bytes
  }

  private func tooMuch(_ most: Int) -> UsageError {
    UsageError("The input is longer than \(most) bytes; give less at a time.")
  }
}

/// The lines of a text in memory.
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
