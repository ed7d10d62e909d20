internal import IPC
internal import ProtobufRuntime

/// A call of a method known only by its descriptor.
struct DynamicCall: Sendable {
  typealias Receive = @Sendable (JSONValue) throws -> Void

  var path: String
  var method: MethodDescriptor
  var translator: RequestTranslator
  var response: MessageDescriptor

  init(_ method: MethodDescriptor, of definition: ServiceDefinition) throws {
    path = "\(definition.service.fullName)/\(method.name)"
    self.method = method
    translator = RequestTranslator(
      message: try definition.pool.message(named: method.input), pool: definition.pool)
    response = try definition.pool.message(named: method.output)
  }

  /// Makes the call, handing each response to `receive` as it comes. Without `requests` a single
  /// request is empty and a stream of them ends at once.
  func run(
    over channel: any Channel, options: CallOptions, requests: (any LineSource)?,
    receive: Receive
  ) async throws {
    guard method.clientStreaming else {
      let text = try await requests?.whole() ?? "{}"
      return try await runSingle(
        try translator.request(text), over: channel, options: options, receive: receive)
    }
    try await runStream(requests, over: channel, options: options, receive: receive)
  }

  /// Makes a call with one request and one answer.
  func answer(
    to request: JSONValue, over channel: any Channel, options: CallOptions
  ) async throws -> JSONValue {
    let answer: RawMessage = try await channel.unary(
      path, try translator.request(request), options)
    return try json(of: answer)
  }

  private func runSingle(
    _ request: RawMessage, over channel: any Channel, options: CallOptions, receive: Receive
  ) async throws {
    guard method.serverStreaming else {
      let answer: RawMessage = try await channel.unary(path, request, options)
      return try receive(try json(of: answer))
    }
    let answers: MessageStream<RawMessage> = try await channel.serverStreaming(
      path, request, options)
    for try await answer in answers {
      try receive(try json(of: answer))
    }
  }

  private func runStream(
    _ requests: (any LineSource)?, over channel: any Channel, options: CallOptions,
    receive: Receive
  ) async throws {
    let answers: MessageStream<RawMessage> = try await channel.bidirectional(path, options) {
      try await send(requests, to: $0)
    }
    for try await answer in answers {
      try receive(try json(of: answer))
    }
  }

  /// A response that its own descriptor can't read is the module's fault, not the caller's.
  private func json(of answer: RawMessage) throws -> JSONValue {
    do throws(ProtobufError) {
      return try response.json(fromSerialized: answer.bytes, options: .whole)
    } catch {
      throw Status(
        .internal, reason: "MALFORMED_RESPONSE",
        message: "\(path) answered with what is no \(response.fullName): \(error)")
    }
  }

  private func send(
    _ requests: (any LineSource)?, to writer: MessageWriter<RawMessage>
  ) async throws {
    var number = 0
    while let line = try await requests?.next() {
      guard line.contains(where: { !$0.isWhitespace }) else { continue }
      number += 1
      try await writer.send(try translator.request(line, number: number))
    }
  }
}
