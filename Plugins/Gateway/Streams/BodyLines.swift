import Hummingbird
import NIOCore
import PluginKit

/// The lines of a request's body, as they come.
actor BodyLines {
  private var chunks: RequestBody.AsyncIterator
  private var text = ByteBuffer()
  /// How much of the text is known to have no end of a line.
  private var searched = 0
  private var isAtEnd = false
  private var number = 0
  private let limit: Int

  /// - Parameter limit: How many bytes a line may have.
  init(_ body: RequestBody, upTo limit: Int) {
    chunks = body.makeAsyncIterator()
    self.limit = limit
  }

  /// Returns the next line, without its end; nil after the last.
  ///
  /// - Throws: ``APIError`` when a line is too long, or no text.
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
