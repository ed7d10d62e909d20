public import IPCProtos
internal import Synchronization

/// What a handler knows of the call that it serves.
///
/// While the handler runs, ``current`` is its context, so that calls which it makes inherit the
/// deadline and name this call as their parent.
public final class CallContext: Sendable {
  /// The context of the call being served by the current task, if it serves one.
  @TaskLocal public static var current: CallContext?

  /// The method, as `steward.orgs.v1.Orgs/Create`.
  public let method: String
  /// On whose behalf the call is made, in the host's word.
  public let principal: IPCPrincipal?
  /// When the caller stops waiting.
  public let deadline: ContinuousClock.Instant?
  /// What travels beside the request, by key.
  public let metadata: [String: String]
  /// Names the mutation; empty if the call has no such name.
  public let idempotencyKey: String
  /// The call's id on its connection.
  public let callID: UInt64
  /// Where the caller is, in the host's word and as ``PeerAddress`` writes it; empty on this
  /// machine, as for the operator and plugins themselves.
  public let peer: String

  private let trailerFields = Mutex<[String: String]>([:])

  /// Creates a context, for tests that call a handler directly.
  public init(
    method: String, principal: IPCPrincipal? = nil, deadline: ContinuousClock.Instant? = nil,
    metadata: [String: String] = [:], idempotencyKey: String = "", callID: UInt64 = 0,
    peer: String = ""
  ) {
    self.method = method
    self.principal = principal
    self.deadline = deadline
    self.metadata = metadata
    self.idempotencyKey = idempotencyKey
    self.callID = callID
    self.peer = peer
  }

  convenience init(_ call: any IncomingCall) {
    let header = call.header
    self.init(
      method: header.method, principal: header.principal, deadline: header.deadline,
      metadata: header.metadata, idempotencyKey: header.idempotencyKey, callID: call.id,
      peer: header.peer)
  }

  /// Whether nobody waits for the outcome any more.
  public var isCancelled: Bool { Task.isCancelled }

  /// What is to travel beside the response, by key.
  public var trailers: [String: String] {
    trailerFields.withLock { $0 }
  }

  /// Lets a value travel beside the response.
  public func setTrailer(_ value: String, for key: String) {
    trailerFields.withLock { $0[key] = value }
  }
}
