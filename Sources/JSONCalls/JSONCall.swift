public import IPC
public import ProtobufRuntime
public import Status

/// A call of a method that is known only by its descriptor.
///
/// Requests and responses are canonical JSON. Responses also include the fields with default
/// values.
public struct JSONCall: Sendable {
  /// A function that returns the next request of a stream as JSON text, and nil after the last one.
  public typealias Requests = @Sendable () async throws -> String?

  /// The method's full name, such as `steward.orgs.v1.Orgs/List`.
  public let path: String
  /// The descriptor of the method: what it takes and returns, and the rules that it declares.
  public let method: MethodDescriptor
  /// The descriptor of the message that it takes.
  public let request: MessageDescriptor
  /// The descriptor of the message that it returns.
  public let response: MessageDescriptor

  private let translator: RequestTranslator
  private let definition: ServiceDefinition

  /// Creates the call of a method of a service.
  public init(_ method: MethodDescriptor, of definition: ServiceDefinition) throws {
    path = "\(definition.service.fullName)/\(method.name)"
    self.method = method
    request = try definition.pool.message(named: method.input)
    response = try definition.pool.message(named: method.output)
    translator = RequestTranslator(message: request, pool: definition.pool)
    self.definition = definition
  }

  /// Whether this call and `other` have the same descriptors.
  func isDescribed(as other: JSONCall) -> Bool {
    definition.pool === other.definition.pool
      || definition.descriptorSet == other.definition.descriptorSet
  }

  /// Parses the JSON text of a request, without a check of its fields.
  public func json(parsing text: String) throws(Status) -> JSONValue {
    try translator.json(text)
  }

  /// Translates a request.
  ///
  /// - Throws: ``Status`` that names the wrong field. For an unknown field, it also names the most
  ///   similar one.
  public func request(_ json: JSONValue) throws(Status) -> RawMessage {
    try limited(translator.request(json))
  }

  /// Translates a request that is still text.
  public func request(parsing text: String) throws(Status) -> RawMessage {
    try limited(translator.request(text))
  }

  /// Checks the length of a request. The host would also refuse a request that is too long, unless
  /// the request doesn't even fit a frame.
  private func limited(_ request: RawMessage) throws(Status) -> RawMessage {
    let limit = method.rules.requestLimit
    guard request.bytes.count <= limit else { throw .requestTooLarge(path, limit: limit) }
    return request
  }

  /// Makes a call with one request and one response.
  public func response(
    to request: RawMessage, over channel: any Channel, options: CallOptions
  ) async throws -> JSONValue {
    try json(of: try await channel.unary(path, request, judged(options)))
  }

  /// Makes a call with a stream of requests and one response.
  ///
  /// The task that makes the call also gets the requests, as fast as the plugin takes them. A
  /// request that is wrong ends the call, and its error is thrown.
  public func response(
    toEachOf requests: @escaping Requests, over channel: any Channel, options: CallOptions
  ) async throws -> JSONValue {
    try json(
      of: try await channel.clientStreaming(path, judged(options)) {
        try await send(requests, to: $0)
      })
  }

  /// Makes a call with one request, and with one response or a stream of responses.
  public func responses(
    to request: RawMessage, over channel: any Channel, options: CallOptions
  ) async throws -> JSONResponses {
    guard method.serverStreaming else {
      return JSONResponses(
        .one(try await response(to: request, over: channel, options: options)), of: self)
    }
    return JSONResponses(
      .stream(try await channel.serverStreaming(path, request, judged(options))), of: self)
  }

  /// Makes a call with a stream of requests, and with one response or a stream of responses.
  ///
  /// A separate task gets the requests, as fast as the plugin takes them. A request that is wrong
  /// ends the call, and the responses end with its error.
  public func responses(
    toEachOf requests: @escaping Requests, over channel: any Channel, options: CallOptions
  ) async throws -> JSONResponses {
    JSONResponses(
      .stream(
        try await channel.bidirectional(path, judged(options)) {
          try await send(requests, to: $0)
        }),
      of: self)
  }

  private func judged(_ options: CallOptions) -> CallOptions {
    method.isSafe ? options.safe : options
  }

  private func send(
    _ requests: Requests, to writer: MessageWriter<RawMessage>
  ) async throws {
    var number = 0
    while let line = try await requests() {
      guard line.contains(where: { !$0.isWhitespace }) else { continue }
      number += 1
      try await writer.send(try limited(translator.request(line, number: number)))
    }
  }

  /// Returns a response as JSON. A response that its own descriptor can't read is the plugin's
  /// fault, not the caller's.
  func json(of message: RawMessage) throws -> JSONValue {
    do throws(ProtobufError) {
      return try response.json(fromSerialized: message.bytes, options: .whole)
    } catch {
      throw Status(
        .internal, reason: "MALFORMED_RESPONSE",
        message: "The response of \(path) is not a valid \(response.fullName): \(error)")
    }
  }
}
