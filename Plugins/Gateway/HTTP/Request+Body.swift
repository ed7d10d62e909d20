import HTTPTypes
import Hummingbird
import NIOCore
import ProtobufRuntime

extension Request {
  /// The number of bytes up to which a body is read and translated for every client. That takes
  /// microseconds, and a check of the client's permission would take longer. No method that every
  /// client may call takes a longer body.
  static let smallBody = 4 << 10

  /// A check that is made once, before more than a small body is read. It returns how many bytes
  /// the body may have.
  ///
  /// It throws if the client may not do what the body is for.
  typealias Admission = () async throws -> Int

  /// Reads the body as JSON; returns nil if it is empty.
  ///
  /// - Throws: ``APIError`` if the body is too long, or is not JSON.
  func jsonBody(_ admission: Admission) async throws -> JSONValue? {
    let text = try await textBody(admission)
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    do {
      return try JSONValue(parsing: text)
    } catch {
      throw APIError(.invalidRequest, "The body is not JSON: \(error).")
    }
  }

  /// Reads the body as text.
  func textBody(_ admission: Admission) async throws -> String {
    let announced = headers[.contentLength].flatMap(Int.init) ?? 0
    var limit = Self.smallBody
    if announced > limit { limit = try await Self.admit(announced, admission) }
    var bytes = ByteBuffer()
    for try await var chunk in body {
      let length = bytes.readableBytes + chunk.readableBytes
      if length > limit {
        guard limit == Self.smallBody else { throw APIError.bodyTooLong(limit) }
        limit = try await Self.admit(length, admission)
      }
      bytes.writeBuffer(&chunk)
    }
    guard let text = String(validating: bytes.readableBytesView, as: UTF8.self) else {
      throw APIError(.invalidRequest, "The body is not UTF-8.")
    }
    return text
  }

  /// Returns the limit of a body that has at least `length` bytes.
  private static func admit(_ length: Int, _ admission: Admission) async throws -> Int {
    let limit = try await admission()
    guard length <= limit else { throw APIError.bodyTooLong(limit) }
    return limit
  }
}

extension APIError {
  fileprivate static func bodyTooLong(_ limit: Int) -> APIError {
    APIError(.tooLarge, "The body is longer than \(limit) bytes. Send less at a time.")
  }
}
