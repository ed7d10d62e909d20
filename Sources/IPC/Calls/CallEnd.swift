public import Status

/// The callee's last word on a call.
public struct CallEnd: Hashable, Sendable {
  /// How the call ended.
  public var status: Status
  /// What travels beside the response, by key.
  public var trailers: [String: String]
  /// The last message of the response. It costs no credit; a unary reply is this one message.
  public var message: [UInt8]?

  /// Creates an end.
  public init(status: Status = .ok, trailers: [String: String] = [:], message: [UInt8]? = nil) {
    self.status = status
    self.trailers = trailers
    self.message = message
  }
}
