internal import Status

// The statuses that the connection itself creates. Their reasons are part of the protocol's
// specification, because a router uses them to decide whether a call may be repeated.
extension Status {
  static let deadlineExceeded = Status(
    .deadlineExceeded, reason: .deadlineExceeded,
    message: "The call exceeded its deadline\(effectUnknown).")

  static let peerGone = Status(
    .unavailable, reason: .connectionLost,
    message: "The connection ended before the call did\(effectUnknown).")

  private static let effectUnknown = "; it may have taken effect"

  /// Returns the same status as the end of a call. A call that changes nothing has had no effect.
  func ofCall(isSafe: Bool) -> Status {
    guard isSafe, [.deadlineExceeded, .unavailable].contains(code) else { return self }
    var status = self
    status.message = message.replacing(Self.effectUnknown, with: "")
    return status
  }

  static let goingAway = Status(
    .unavailable, reason: .goingAway,
    message: "The peer accepts no new calls, and did not process this one. Try again.")

  static let pingTimeout = Status(
    .unavailable, reason: "PING_TIMEOUT", message: "The peer did not respond to a ping in time.")

  static let handshakeTimeout = Status(
    .unavailable, reason: "HANDSHAKE_TIMEOUT",
    message: "The peer did not complete the handshake in time.")

  static let tooManyCalls = Status(
    .resourceExhausted, reason: "TOO_MANY_CALLS",
    message: "This connection has too many open calls, or their requests are too large. Wait until "
      + "some calls have ended.")

  static let peerBehind = Status(
    .resourceExhausted, reason: "PEER_BEHIND",
    message: "The peer does not read its messages, and the buffer for them is full. Try again when "
      + "the peer has caught up.")

  static let peerStalled = Status(
    .unavailable, reason: "PEER_STALLED",
    message: "The peer read nothing for too long, so the connection was closed.")

  static let creditOverrun = Status(
    .resourceExhausted, reason: "FLOW_CONTROL",
    message: "The sender sent more than its credit allows. See \"Credit\" in the specification.")

  static func readFailed(_ errno: Int32) -> Status {
    Status(
      .unavailable, reason: .connectionLost,
      message: "Reading from the connection failed with errno \(errno).")
  }

  static func frameTooLarge(_ length: Int, limit: Int) -> Status {
    Status(
      .resourceExhausted, reason: "FRAME_TOO_LARGE",
      message: "A message of \(length) bytes does not fit a frame of at most \(limit) bytes. "
        + "Send it in parts.")
  }

  static func protocolError(_ message: String) -> Status {
    Status(.internal, reason: "PROTOCOL_ERROR", message: message)
  }

  static func protocolUnsupported(offered: ClosedRange<UInt32>) -> Status {
    Status(
      .failedPrecondition, reason: "PROTOCOL_UNSUPPORTED",
      message: "The host supports protocol \(offered.lowerBound) to \(offered.upperBound), and "
        + "this plugin supports only \(Protocol.version). Update the older of the two.")
  }

  static func unknownMethod(_ method: String) -> Status {
    Status(
      .unimplemented, reason: .unknownMethod,
      message: "There is no method \"\(method)\" here. `steward describe` lists all methods.")
  }

  static func malformedMessage(_ type: String, _ error: any Error) -> Status {
    Status(
      .invalidArgument, reason: "MALFORMED_MESSAGE",
      message: "The request is not a valid \(type): \(error)")
  }

  static func malformedResponse(_ type: String, _ error: any Error) -> Status {
    Status(
      .internal, reason: "MALFORMED_MESSAGE",
      message: "The response is not a valid \(type): \(error)")
  }

  static let missingRequest = Status(
    .invalidArgument, reason: "MISSING_REQUEST",
    message: "The call has no request message; its method takes exactly one.")

  static let surplusRequest = Status(
    .invalidArgument, reason: "SURPLUS_REQUEST",
    message: "The call has more than one request message; its method takes exactly one.")

  static let missingResponse = Status(
    .internal, reason: "MISSING_RESPONSE",
    message: "The call succeeded without the one response message that its method returns.")

  static func unencodable(_ error: any Error) -> Status {
    Status(
      .invalidArgument, reason: "UNENCODABLE", message: "The message can't be sent: \(error)")
  }
}
