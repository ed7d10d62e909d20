internal import ProtobufRuntime
internal import Status
internal import Synchronization

/// A call that this side makes, with a stream of requests, of responses or of both.
final class StreamingCall: CallDelegate, MessageSource, MessageSink {
  private struct State {
    var call: (any OutgoingCall)?
    var end: CallEnd?
    /// The task that sends the requests, while there are any.
    var sender: Task<Void, Never>?
  }

  private let isSafe: Bool
  private let state = Mutex(State())
  private let responses = MessageQueue()
  private let gate = FlowControlWindow()

  /// - Parameter isSafe: Whether the method changes nothing.
  init(_ header: CallHeader, isSafe: Bool = false, on channel: any Channel) {
    self.isSafe = isSafe
    let call = channel.open(header, delegate: self)
    state.withLock { if $0.end == nil { $0.call = call } }
  }

  var hasEnded: Bool { state.withLock { $0.end != nil } }
  var trailers: [String: String] { state.withLock { $0.end?.trailers ?? [:] } }
  private var call: (any OutgoingCall)? { state.withLock { $0.call } }

  // What the other side does.

  func received(_ message: [UInt8]) {
    responses.push(message, cost: FlowControl.cost(of: message))
  }

  func credited(_ bytes: Int) {
    gate.add(bytes)
  }

  func ended(_ end: CallEnd) {
    let sender = state.withLock { state in
      state.end = end
      state.call = nil
      return state.sender.take()
    }
    if let message = end.message { responses.push(message, cost: 0) }
    gate.close(end.status.isOK ? .requestsUnwanted : end.status)
    responses.finish(end.status.ofCall(isSafe: isSafe))
    sender?.cancel()
  }

  // What this side does.

  /// Sets the task that sends the requests. It is cancelled if the call ends before it.
  func attach(_ sender: Task<Void, Never>) {
    let isLate = state.withLock { state in
      if state.end == nil { state.sender = sender }
      return state.end != nil
    }
    if isLate { sender.cancel() }
  }

  func send(_ message: [UInt8]) async throws {
    try await gate.pass(FlowControl.cost(of: message))
    call?.send(message)
  }

  /// Tells the other side that there are no further requests.
  func halfClose() {
    gate.close(.requestsClosed)
    call?.halfClose()
  }

  /// Cancels the call because this side failed. The reader of the responses gets the error.
  func fail(_ error: any Error) {
    guard !hasEnded else { return }
    responses.finish(Status(describing: error), discarding: true)
    cancel("The sender of the requests failed.")
  }

  func next() async throws -> [UInt8]? {
    try await withTaskCancellationHandler {
      let taken = try await responses.next()
      if taken.grant > 0 { call?.grant(taken.grant) }
      return taken.message
    } onCancel: {
      cancel("The caller's task was cancelled.")
    }
  }

  func refuse(_ type: String, _ error: ProtobufError) -> Status {
    let status = Status.malformedResponse(type, error)
    cancel(status.message)
    return status
  }

  func abandon() {
    cancel("The caller stopped reading responses.")
  }

  func cancel(_ reason: String) {
    call?.cancel(reason)
  }
}

extension Status {
  fileprivate static let requestsUnwanted = Status.cancelled(
    "The call has ended; no further request can be sent.")
  fileprivate static let requestsClosed = Status.cancelled(
    "The last request was sent already; no further request can be sent.")
}
