public import IPCProtos

/// The header that opens a call.
public struct CallHeader: Hashable, Sendable {
  /// The method, such as `steward.orgs.v1.Orgs/Create`.
  public var method: String
  /// When the caller stops waiting.
  public var deadline: ContinuousClock.Instant?
  /// The values that travel beside the request, by key.
  public var metadata: [String: String]
  /// The principal on whose behalf the call is made. Only the host's value is trusted.
  public var principal: IPCPrincipal?
  /// The key that names the mutation. A second call with the same key returns the first outcome.
  /// Empty for none.
  public var idempotencyKey: String
  /// The first message of the request, if it is ready. It costs no credit.
  public var message: [UInt8]?
  /// Whether no further message follows.
  public var halfClosed: Bool
  /// The id of the call that a plugin serves, and on whose behalf it makes this one. 0 when the
  /// plugin calls on its own behalf.
  public var parentCall: UInt64
  /// The caller's address, as `PeerAddress` writes it; empty on this machine. Only the host's
  /// value is trusted, and the value of a plugin with the grant `network`.
  public var peer: String

  /// Creates a header.
  public init(
    method: String, deadline: ContinuousClock.Instant? = nil, metadata: [String: String] = [:],
    principal: IPCPrincipal? = nil, idempotencyKey: String = "", message: [UInt8]? = nil,
    halfClosed: Bool = false, parentCall: UInt64 = 0,
    peer: String = ""
  ) {
    self.method = method
    self.deadline = deadline
    self.metadata = metadata
    self.principal = principal
    self.idempotencyKey = idempotencyKey
    self.message = message
    self.halfClosed = halfClosed
    self.parentCall = parentCall
    self.peer = peer
  }
}
