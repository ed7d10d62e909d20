import HTTPTypes
import Hummingbird
import IPC
import JSONCalls
import PluginKit
import ProtobufRuntime

/// The routes to every method of every plugin over HTTP, with canonical JSON. They include plugins
/// that the gateway was not compiled with.
struct RPCRoutes: Sendable {
  /// How long a stream may continue when the server begins to close its connections.
  private static let grace = Duration.seconds(5)

  let host: any IPC.Channel
  let directory: MethodDirectory
  let streams: StreamSettings

  init(host: any IPC.Channel, directory: MethodDirectory, streams: StreamSettings) {
    (self.host, self.directory, self.streams) = (host, directory, streams)
  }

  var all: [Route] {
    [Route(.post, "/rpc/{service}/{method}", .anyCall, handler: respond)]
  }

  private func respond(to request: Request, _ context: GatewayContext) async throws -> Response {
    let name = try Self.methodName(context)
    let call = try await directory.freshCall(of: name)
    guard call.method.clientStreaming else {
      return try await singleRequest(request, name, call, context)
    }
    return call.method.serverStreaming
      ? try await bidirectional(request, call, context)
      : try await clientStreaming(request, call, context)
  }

  /// Handles a call with one request, which is the body.
  private func singleRequest(
    _ request: Request, _ name: MethodName, _ call: JSONCall, _ context: GatewayContext
  ) async throws -> Response {
    let text = try await request.textBody { try await limit(of: call, request, context) }
    let condition = request.headers[.ifMatch]
    let (call, message) = try await directory.withCall(of: name, describedAs: call) { call in
      (call, try call.request(try Self.json(text, of: call, ifMatch: condition)))
    }
    try context.requireTime()
    let options = try Self.options(for: call, request, context)
    guard call.method.serverStreaming else {
      return .message(try await call.response(to: message, over: host, options: options))
    }
    return try await stream(
      try await call.responses(to: message, over: host, options: options), to: request, context)
  }

  /// Handles a call with a stream of requests, one per line of the body. The body is read as fast
  /// as the plugin takes the requests.
  private func clientStreaming(
    _ request: Request, _ call: JSONCall, _ context: GatewayContext
  ) async throws -> Response {
    let lines = BodyLines(request.body, upTo: try await limit(of: call, request, context))
    return .message(
      try await call.response(
        toEachOf: { try await lines.next() }, over: host,
        options: try Self.options(for: call, request, context)))
  }

  /// Handles a call with streams in both directions. The body is read first, because hardly any
  /// HTTP/1.1 client reads before it has written everything.
  private func bidirectional(
    _ request: Request, _ call: JSONCall, _ context: GatewayContext
  ) async throws -> Response {
    let lines = RequestLines(
      try await request.textBody { try await limit(of: call, request, context) })
    try context.requireTime()
    let responses = try await call.responses(
      toEachOf: { lines.next() }, over: host,
      options: try Self.options(for: call, request, context))
    return try await stream(responses, to: request, context)
  }

  private func limit(
    of call: JSONCall, _ request: Request, _ context: GatewayContext
  ) async throws -> Int {
    try await Admissions(host: host).limit(of: call.path, for: request, context)
  }

  private func stream(
    _ responses: JSONResponses, to request: Request, _ context: GatewayContext
  ) async throws -> Response {
    try await .stream(
      StreamChunk(responses, streams, of: context.peer, grace: Self.grace),
      as: StreamFormat(request.headers), parting: .draining, to: request, context)
  }

  private static func methodName(_ context: GatewayContext) throws -> MethodName {
    let (service, method) = (
      try context.parameters.require("service"), try context.parameters.require("method")
    )
    guard let name = MethodName("\(service)/\(method)") else {
      throw APIError(.notFound, "There is no method \(service)/\(method).")
    }
    return name
  }

  private static func options(
    for call: JSONCall, _ request: Request, _ context: GatewayContext
  ) throws -> CallOptions {
    let usual = call.method.serverStreaming ? nil : GatewayContext.callTimeout
    return context.callOptions(
      for: request, timeout: try RequestTimeout(request.headers)?.duration ?? usual)
  }

  /// Returns the request as it was sent, with the condition of the header added to it.
  private static func json(
    _ text: String, of call: JSONCall, ifMatch: String?
  ) throws -> JSONValue {
    let json = text.allSatisfy(\.isWhitespace) ? .object([]) : try call.json(parsing: text)
    guard let ifMatch else { return json }
    return try IfMatch(ifMatch).added(to: json, of: call.request)
  }
}

extension APIError {
  fileprivate static let draining = APIError(
    .overloaded, "The gateway is being stopped or replaced. Repeat the call.")
}

extension Response {
  /// Creates the HTTP response from the one response of a call.
  fileprivate static func message(_ json: JSONValue) -> Response {
    var response = Response.uncached(json)
    if case .string(let etag)? = json["etag"] { response.setETag(etag) }
    return response
  }
}
