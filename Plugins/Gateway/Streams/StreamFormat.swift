import HTTPTypes
import ProtobufRuntime

/// The format in which a stream of responses is written.
enum StreamFormat: Hashable, Sendable {
  /// One JSON text per line. (application/x-ndjson)
  case lines
  /// Server-sent events. If `id` names a member, its value is the event's id. If `type` is set, it
  /// is the type of each event. (HTML, section 9.2)
  case events(id: String? = nil, type: String? = nil)

  static let linesType = "application/x-ndjson"
  static let eventsType = "text/event-stream"

  /// Chooses the client's format: JSON lines, unless it accepts server-sent events.
  init(_ headers: HTTPFields, eventID: String? = nil) {
    let wantsEvents = headers[values: .accept].contains { $0.contains(Self.eventsType) }
    self = wantsEvents ? .events(id: eventID) : .lines
  }

  var contentType: String {
    switch self {
    case .lines: Self.linesType
    case .events: Self.eventsType
    }
  }

  /// Returns the text of one response.
  func text(of response: JSONValue) -> String {
    switch self {
    case .lines: return "\(response)\n"
    case .events(let id, let type):
      let name = type.map { "event: \($0)\n" } ?? ""
      let line = id.flatMap { response[$0] }.map { "id: \($0.unquoted)\n" } ?? ""
      return "\(name)\(line)data: \(response)\n\n"
    }
  }

  /// Returns the text of the failure that ends the stream. The last text is then an error envelope,
  /// and not a response.
  func text(ofFailure envelope: JSONValue) -> String {
    switch self {
    case .lines: "\(envelope)\n"
    case .events: "event: error\ndata: \(envelope)\n\n"
    }
  }

  /// A comment that keeps a silent connection open, and shows whether the client has left. It is
  /// nil for JSON, which has no comments.
  var heartbeat: String? {
    switch self {
    case .lines: nil
    case .events: ":\n\n"
    }
  }
}

extension JSONValue {
  /// A string without its quotes, or the text of any other value.
  fileprivate var unquoted: String {
    if case .string(let text) = self { text } else { description }
  }
}
