import HTTPTypes
import Hummingbird
import NIOCore
import ProtobufRuntime
import Synchronization

/// What came back to a client of the Admin API.
struct AdminAnswer: Sendable, CustomStringConvertible {
  let status: Int
  let headers: HTTPFields
  let json: JSONValue

  init(_ response: Response) async {
    status = response.status.code
    headers = response.headers
    let written = WrittenBody()
    try? await response.body.write(written)
    json = (try? JSONValue(parsing: written.text)) ?? .null
  }

  var description: String { "\(status) \(json)" }

  /// A member of the object that the answer is.
  subscript(_ name: String) -> JSONValue? { json[name] }

  /// A text in the object that the answer is.
  func text(_ name: String) -> String? { json[name]?.text }

  /// The ids, or another text, of the objects of a page.
  func listed(_ name: String = "id") -> [String] {
    json["data"]?.elements.compactMap { $0[name]?.text } ?? []
  }

  func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

  /// The names of the members, in no order.
  var names: Set<String> { json.names }

  /// What the error is for a client: its status, type, code and message.
  var errorType: String? { json["error"]?["type"]?.text }
  var errorCode: String? { json["error"]?["details"]?["error_code"]?.text }
  var message: String { json["error"]?["message"]?.text ?? "" }
}

extension JSONValue {
  subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.0 == name }?.1
  }

  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  var elements: [JSONValue] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  var names: Set<String> {
    guard case .object(let members) = self else { return [] }
    return Set(members.map(\.0))
  }
}

/// Takes the bytes of an answer.
private final class WrittenBody: ResponseBodyWriter {
  private let buffer = Mutex(ByteBuffer())

  var text: String { buffer.withLock { String(buffer: $0) } }

  func write(_ buffer: ByteBuffer) async throws {
    self.buffer.withLock { _ = $0.writeImmutableBuffer(buffer) }
  }

  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
