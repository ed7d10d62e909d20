import HTTPTypes
import ProtobufRuntime

/// How a stream of responses is written.
enum StreamFormat: Hashable, Sendable {
  /// A JSON text a line. (application/x-ndjson)
  case lines
  /// Server-sent events, each named by one of its members, if one is named. (HTML, section 9.2)
  case events(id: String? = nil)

  static let linesType = "application/x-ndjson"
  static let eventsType = "text/event-stream"

  /// Chooses as the client does: JSON lines, unless it accepts server-sent events.
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

  /// One response.
  func text(of answer: JSONValue) -> String {
    switch self {
    case .lines: return "\(answer)\n"
    case .events(let id):
      let line = id.flatMap { answer[$0] }.map { "id: \($0.unquoted)\n" } ?? ""
      return "\(line)data: \(answer)\n\n"
    }
  }

  /// The failure that ends the stream: what comes last is an envelope then, and no response.
  func text(ofFailure envelope: JSONValue) -> String {
    switch self {
    case .lines: "\(envelope)\n"
    case .events: "event: error\ndata: \(envelope)\n\n"
    }
  }

  /// What keeps a silent connection open, and finds out that the client has left: a comment. JSON has none.
  var heartbeat: String? {
    switch self {
    case .lines: nil
    case .events: ":\n\n"
    }
  }
}

extension JSONValue {
  /// A text or number without quotes.
  fileprivate var unquoted: String {
    if case .string(let text) = self { text } else { description }
  }
}
