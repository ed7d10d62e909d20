import Hummingbird
import NIOCore
import PluginKit

/// The lines of a request's body, as they arrive.
actor BodyLines {
  private var chunks: RequestBody.AsyncIterator
  private var text = ByteBuffer()
  /// The number of bytes of the text that are known to contain no line end.
  private var searched = 0
  private var isAtEnd = false
  private var number = 0
  private let limit: Int

  /// - Parameter limit: The maximum number of bytes in a line.
  init(_ body: RequestBody, upTo limit: Int) {
    chunks = body.makeAsyncIterator()
    self.limit = limit
  }

  /// Returns the next line, without its line end; nil after the last.
  ///
  /// - Throws: ``APIError`` if a line is too long, or is not UTF-8.
  func next() async throws -> String? {
    while true {
      let unsearched = text.readableBytesView.dropFirst(searched)
      if let end = unsearched.firstIndex(of: UInt8(ascii: "\n")) {
        searched = 0
        let line = text.readSlice(length: end - text.readerIndex)
        text.moveReaderIndex(forwardBy: 1)
        return try decode(line)
      }
      searched = text.readableBytes
      guard !isAtEnd else {
        searched = 0
        return text.readableBytes == 0
          ? nil : try decode(text.readSlice(length: text.readableBytes))
      }
      guard text.readableBytes <= limit else { throw tooLong }
      try await fill()
    }
  }

  private func fill() async throws {
    var chunks = self.chunks
    let chunk = try await chunks.next(isolation: self)
    self.chunks = chunks
    guard var chunk else { return isAtEnd = true }
    text.discardReadBytes()
    text.writeBuffer(&chunk)
  }

  private func decode(_ line: ByteBuffer?) throws -> String {
    guard line?.readableBytes ?? 0 <= limit else { throw tooLong }
    number += 1
    guard let line, let text = String(validating: line.readableBytesView, as: UTF8.self) else {
      throw APIError(.invalidRequest, "Line \(number) of the body is not UTF-8.")
    }
    return text
  }

  private var tooLong: APIError {
    APIError(.tooLarge, "Line \(number + 1) of the body is longer than \(limit) bytes.")
  }
}
