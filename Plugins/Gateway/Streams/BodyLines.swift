import Hummingbird
import NIOCore
import Platform

/// The lines of a request's body, as they arrive.
actor BodyLines {
  private var chunks: RequestBody.AsyncIterator
  private var lines: LineSplitter
  private var isAtEnd = false
  private var number = 0

  /// - Parameter limit: The maximum number of bytes in a line.
  init(_ body: RequestBody, upTo limit: Int) {
    chunks = body.makeAsyncIterator()
    lines = LineSplitter(limit: limit)
  }

  /// Returns the next line, without its line end; nil after the last.
  ///
  /// - Throws: ``APIError`` if a line is too long, or is not UTF-8.
  func next() async throws -> String? {
    while true {
      if let line = lines.next() { return try decode(line) }
      guard !lines.isOverLimit else { throw tooLong }
      guard !isAtEnd else {
        guard let last = lines.last() else { return nil }
        return try decode(last)
      }
      try await fill()
    }
  }

  private func fill() async throws {
    var chunks = self.chunks
    let chunk = try await chunks.next(isolation: self)
    self.chunks = chunks
    guard let chunk else { return isAtEnd = true }
    lines.append(chunk.readableBytesView)
  }

  private func decode(_ line: LineSplitter.Line) throws -> String {
    guard !line.isCut else { throw tooLong }
    number += 1
    guard let text = String(validating: line.bytes, as: UTF8.self) else {
      throw APIError(.invalidRequest, "Line \(number) of the body is not UTF-8.")
    }
    return text
  }

  private var tooLong: APIError {
    APIError(.tooLarge, "Line \(number + 1) of the body is longer than \(lines.limit) bytes.")
  }
}
