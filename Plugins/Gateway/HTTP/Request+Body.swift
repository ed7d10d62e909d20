import HTTPTypes
import Hummingbird
import NIOCore
import ProtobufRuntime

extension Request {
  /// The longest body that is read; more than any request of ours needs, and less than a frame.
  static let maximumBodyLength = 1 << 20

  /// Reads the body as JSON; nil if it is empty.
  ///
  /// - Throws: ``APIError`` when it is too long, or no JSON.
  func jsonBody() async throws -> JSONValue? {
    let text = try await textBody()
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    do {
      return try JSONValue(parsing: text)
    } catch {
      throw APIError(.invalidRequest, "The body is not JSON: \(error).")
    }
  }

  /// Reads the body as text.
  func textBody() async throws -> String {
    if let announced = headers[.contentLength].flatMap(Int.init), announced > Self.maximumBodyLength
    {
      throw APIError.bodyTooLong
    }
    do {
      let bytes = try await body.collect(upTo: Self.maximumBodyLength)
      guard let text = String(validating: bytes.readableBytesView, as: UTF8.self) else {
        throw APIError(.invalidRequest, "The body is not UTF-8.")
      }
      return text
    } catch is NIOTooManyBytesError {
      throw APIError.bodyTooLong
    }
  }
}

extension APIError {
  fileprivate static let bodyTooLong = APIError(
    .tooLarge, "The body is longer than \(Request.maximumBodyLength) bytes.")
}
