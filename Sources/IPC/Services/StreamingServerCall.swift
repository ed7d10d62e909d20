internal import ProtobufRuntime
internal import Status

/// A call that this side serves, with a stream of requests, of responses or of both.
final class StreamingServerCall: CallDelegate, MessageSource, MessageSink {
  /// A function that handles the call and returns the last message of the response, if there is
  /// one.
  typealias Handler = @Sendable (StreamingServerCall, CallContext) async throws -> [UInt8]?

  private let call: any IncomingCall
  private let task = HandlerTask()
  private let requests = MessageQueue()
  private let gate = FlowControlWindow()

  private let handler: Handler

  init(_ call: any IncomingCall, handler: @escaping Handler) {
    self.call = call
    self.handler = handler
    let header = call.header
    if let message = header.message { requests.push(message, cost: 0) }
    if header.halfClosed { requests.finish(.ok) }
    task.start { await self.serve() }
  }

  private func serve() async {
    let context = CallContext(call)
    let end = await context.outcome { try await handler(self, context) }
    gate.close(.handlerDone)
    call.end(end)
  }

  // What the other side does.

  func received(_ message: [UInt8]) {
    requests.push(message, cost: FlowControl.cost(of: message))
  }

  func halfClosed() {
    requests.finish(.ok)
  }

  func credited(_ bytes: Int) {
    gate.add(bytes)
  }

  func cancelled(_ reason: Status) {
    gate.close(reason)
    requests.finish(reason, discarding: true)
    task.cancel()
  }

  // What the handler does.

  func send(_ message: [UInt8]) async throws {
    try await gate.pass(FlowControl.cost(of: message))
    call.send(message)
  }

  func next() async throws -> [UInt8]? {
    let taken = try await requests.next()
    if taken.grant > 0 { call.grant(taken.grant) }
    return taken.message
  }

  /// Returns the only request of a method that streams only responses.
  func onlyRequest() async throws -> [UInt8] {
    guard let request = try await next() else { throw Status.missingRequest }
    guard try await next() == nil else { throw Status.surplusRequest }
    return request
  }

  var trailers: [String: String] { [:] }

  func refuse(_ type: String, _ error: ProtobufError) -> Status {
    .malformedMessage(type, error)
  }

  /// Does nothing. The handler's return ends the call, and a handler need not read all requests.
  func abandon() {}
}

extension Status {
  fileprivate static let handlerDone = Status.cancelled(
    "The handler has returned; no further response can be sent.")
}
