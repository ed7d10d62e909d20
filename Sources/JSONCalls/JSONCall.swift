public import IPC
public import ProtobufRuntime
public import Status

/// A call of a method that is known only by its description.
///
/// Requests and responses are canonical JSON, responses with every field that has a default.
public struct JSONCall: Sendable {
  /// Returns the next request of a stream, a text of JSON, and nil after the last.
  public typealias Requests = @Sendable () async throws -> String?

  /// The method's full name, as `steward.orgs.v1.Orgs/List`.
  public let path: String
  /// What the method takes and returns, and the rules that it declares.
  public let method: MethodDescriptor
  /// The message that it takes.
  public let request: MessageDescriptor
  /// The message that it returns.
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

  /// Whether both come from descriptions that say the same.
  func isDescribed(as other: JSONCall) -> Bool {
    definition.pool === other.definition.pool
      || definition.descriptorSet == other.definition.descriptorSet
  }

  /// Reads a request that is still a text, without a look at what it says.
  public func json(parsing text: String) throws(Status) -> JSONValue {
    try translator.json(text)
  }

  /// Translates a request.
  ///
  /// - Throws: ``Status`` that names the field that is wrong and, where one is unknown, the
  ///   nearest.
  public func request(_ json: JSONValue) throws(Status) -> RawMessage {
    try limited(translator.request(json))
  }

  /// Translates a request that is still a text.
  public func request(parsing text: String) throws(Status) -> RawMessage {
    try limited(translator.request(text))
  }

  /// The host would refuse it too, unless it doesn't even fit a frame.
  private func limited(_ request: RawMessage) throws(Status) -> RawMessage {
    let limit = method.rules.requestLimit
    guard request.bytes.count <= limit else { throw .requestTooLarge(path, limit: limit) }
    return request
  }

  /// Makes a call with one request and one answer.
  public func answer(
    to request: RawMessage, over channel: any Channel, options: CallOptions
  ) async throws -> JSONValue {
    try json(of: try await channel.unary(path, request, judged(options)))
  }

  /// Makes a call with a stream of requests and one answer.
  ///
  /// Requests are asked for by the task that makes the call, as fast as the plugin takes them. One
  /// that is wrong ends the call, and its error is thrown.
  public func answer(
    toEachOf requests: @escaping Requests, over channel: any Channel, options: CallOptions
  ) async throws -> JSONValue {
    try json(
      of: try await channel.clientStreaming(path, judged(options)) {
        try await send(requests, to: $0)
      })
  }

  /// Makes a call with one request, whether it has one answer or a stream of them.
  public func answers(
    to request: RawMessage, over channel: any Channel, options: CallOptions
  ) async throws -> JSONAnswers {
    guard method.serverStreaming else {
      return JSONAnswers(
        .one(try await answer(to: request, over: channel, options: options)), of: self)
    }
    return JSONAnswers(
      .stream(try await channel.serverStreaming(path, request, judged(options))), of: self)
  }

  /// Makes a call with a stream of requests, whether it has one answer or a stream of them.
  ///
  /// Requests are asked for in a task of its own, as fast as the plugin takes them. One that is
  /// wrong ends the call, and the answers with its error.
  public func answers(
    toEachOf requests: @escaping Requests, over channel: any Channel, options: CallOptions
  ) async throws -> JSONAnswers {
    JSONAnswers(
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

  /// A response that its own descriptor can't read is the plugin's fault, not the caller's.
  func json(of answer: RawMessage) throws -> JSONValue {
    do throws(ProtobufError) {
      return try response.json(fromSerialized: answer.bytes, options: .whole)
    } catch {
      throw Status(
        .internal, reason: "MALFORMED_RESPONSE",
        message: "\(path) answered with what is no \(response.fullName): \(error)")
    }
  }
}
