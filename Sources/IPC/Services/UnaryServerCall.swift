internal import Status
internal import Synchronization

/// A call that this side serves, with one request and one response.
final class UnaryServerCall: CallDelegate {
  /// A function that decodes the request, handles it, and encodes the response.
  typealias Handler = @Sendable ([UInt8], CallContext) async throws -> [UInt8]

  private struct Request {
    var message: [UInt8]?
    var isSurplus = false
  }

  private let call: any IncomingCall
  private let handler: Handler
  private let task = HandlerTask()
  private let request: Mutex<Request>

  init(_ call: any IncomingCall, handler: @escaping Handler) {
    self.call = call
    self.handler = handler
    let header = call.header
    request = Mutex(Request(message: header.message))
    if header.halfClosed { serve(header.message) }
  }

  func received(_ message: [UInt8]) {
    request.withLock { request in
      request.isSurplus = request.message != nil
      request.message = message
    }
  }

  func halfClosed() {
    let request = request.withLock { $0 }
    if request.isSurplus {
      call.end(CallEnd(status: .surplusRequest))
    } else {
      serve(request.message)
    }
  }

  func cancelled(_ reason: Status) {
    task.cancel()
  }

  private func serve(_ message: [UInt8]?) {
    guard let message else { return call.end(CallEnd(status: .missingRequest)) }
    task.start { [call, handler] in
      let context = CallContext(call)
      await call.end(context.outcome { try await handler(message, context) })
    }
  }
}

extension CallContext {
  /// Runs a handler with this context as the current one, and returns how the call ends.
  func outcome(_ handler: () async throws -> [UInt8]?) async -> CallEnd {
    do {
      let message = try await Self.$current.withValue(self) { try await handler() }
      return CallEnd(trailers: trailers, message: message)
    } catch {
      return CallEnd(status: Status(describing: error), trailers: trailers)
    }
  }
}
