import HTTPTypes
import Hummingbird
import IPC
import JSONCalls
import PluginKit
import ProtobufRuntime

/// The route of the store's events as they happen, for consoles and for programs that mirror the
/// state.
struct EventRoutes: Sendable {
  let host: any IPC.Channel
  let directory: MethodDirectory
  let streams: StreamSettings

  init(host: any IPC.Channel, directory: MethodDirectory, streams: StreamSettings) {
    (self.host, self.directory, self.streams) = (host, directory, streams)
  }

  var all: [Route] { [Route(.get, "/v1/events", .watchEvents, handler: respond)] }

  private func respond(to request: Request, _ context: GatewayContext) async throws -> Response {
    _ = try context.requireCredential()
    let watch = try Self.watch(request)
    let call = try await directory.call(of: MethodName("steward.host.v1.Host/Watch")!)
    let responses = try await call.responses(
      to: try call.request(watch), over: host,
      options: context.callOptions(for: request, timeout: nil))
    return try await .stream(
      StreamChunk(responses, streams, of: context.peer, grace: .zero),
      as: StreamFormat(request.headers, eventID: "revision"), parting: nil, to: request, context)
  }

  /// Returns the request that the query and the header describe.
  private static func watch(_ request: Request) throws -> JSONValue {
    let query = try Query(request)
    var members: [(String, JSONValue)] = []
    if let revision = try firstRevision(request, query) {
      members.append(("from_revision", .string(String(revision))))
    }
    let actions = query.values("action")
    if !actions.isEmpty { members.append(("actions", .array(actions.map(JSONValue.string)))) }
    for name in ["actor", "resource", "organization_id"] {
      if let value = try query.value(name) {
        members.append((name, .string(value)))
      }
    }
    return .object(members)
  }

  /// Returns the revision of the first event to send; nil if the client names none.
  ///
  /// A browser that has lost its connection says which event it received last. This takes
  /// precedence over the query, which is still that of the first connection.
  private static func firstRevision(
    _ request: Request, _ query: Query
  ) throws(APIError) -> UInt64? {
    if let text = request.headers[.lastEventID] {
      guard let last = UInt64(text), last < .max else { throw .noRevision("last-event-id") }
      return last + 1
    }
    guard let text = try query.value("from") else { return nil }
    guard let first = UInt64(text) else { throw .noRevision("from") }
    return first
  }
}

extension APIError {
  fileprivate static func noRevision(_ name: String) -> APIError {
    APIError(.invalidRequest, "\(name): must be the revision of an event, a whole number.")
  }
}

extension HTTPField.Name {
  /// The event that a client received last. (HTML, section 9.2.4)
  static let lastEventID = Self("last-event-id")!
}
