public import Status

/// The end of a call, as the callee reports it.
public struct CallEnd: Hashable, Sendable {
  /// How the call ended.
  public var status: Status
  /// The values that travel beside the response, by key.
  public var trailers: [String: String]
  /// The last message of the response. It costs no credit. A unary response is this one message.
  public var message: [UInt8]?

  /// Creates an end.
  public init(status: Status = .ok, trailers: [String: String] = [:], message: [UInt8]? = nil) {
    self.status = status
    self.trailers = trailers
    self.message = message
  }
}
