public import IPCProtos

/// What opens a call.
public struct CallHeader: Hashable, Sendable {
  /// The method, as `steward.orgs.v1.Orgs/Create`.
  public var method: String
  /// When the caller stops waiting.
  public var deadline: ContinuousClock.Instant?
  /// What travels beside the request, by key.
  public var metadata: [String: String]
  /// On whose behalf the call is made. Only the host's word counts.
  public var principal: IPCPrincipal?
  /// Names the mutation: the same key again answers with the first outcome. Empty: none.
  public var idempotencyKey: String
  /// The first message of the request, if it is ready. It costs no credit.
  public var message: [UInt8]?
  /// Whether no further message follows.
  public var halfClosed: Bool
  /// The call being served on whose behalf a plugin makes this one. 0: its own behalf.
  public var parentCall: UInt64
  /// Where the caller is, as ``PeerAddress`` writes it; empty on this machine. Only the host's word
  /// counts, and that of a plugin with the grant `network`.
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
