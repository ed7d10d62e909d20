import HTTPTypes
import Hummingbird
import NIOCore
import ProtobufRuntime
import Synchronization

/// The response to a client of the Admin API.
struct AdminResponse: Sendable, CustomStringConvertible {
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

  /// Returns a member of the object in the response.
  subscript(_ name: String) -> JSONValue? { json[name] }

  /// Returns a string in the object of the response.
  func text(_ name: String) -> String? { json[name]?.text }

  /// Returns the ids, or another string, of the objects of a page.
  func listed(_ name: String = "id") -> [String] {
    json["data"]?.elements.compactMap { $0[name]?.text } ?? []
  }

  func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

  /// The names of the members, in no order.
  var names: Set<String> { json.names }

  /// The type, the code and the message of the error for a client.
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

/// A writer that collects the bytes of a response.
private final class WrittenBody: ResponseBodyWriter {
  private let buffer = Mutex(ByteBuffer())

  var text: String { buffer.withLock { String(buffer: $0) } }

  func write(_ buffer: ByteBuffer) async throws {
    self.buffer.withLock { _ = $0.writeImmutableBuffer(buffer) }
  }

  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
