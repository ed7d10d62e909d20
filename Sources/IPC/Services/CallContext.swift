public import IPCProtos
internal import Synchronization

/// The data of the call that a handler serves.
///
/// While the handler runs, ``current`` is its context. So calls that it makes inherit the deadline
/// and name this call as their parent.
public final class CallContext: Sendable {
  /// The context of the call that the current task serves, if it serves one.
  @TaskLocal public static var current: CallContext?

  /// The method, such as `steward.orgs.v1.Orgs/Create`.
  public let method: String
  /// The principal on whose behalf the call is made, as the host states it.
  public let principal: IPCPrincipal?
  /// When the caller stops waiting.
  public let deadline: ContinuousClock.Instant?
  /// The values that travel beside the request, by key.
  public let metadata: [String: String]
  /// The key that names the mutation; empty if the call has none.
  public let idempotencyKey: String
  /// The call's id on its connection.
  public let callID: UInt64
  /// The caller's address, as the host states it and `PeerAddress` writes it. Empty on this
  /// machine, as for the operator and for plugins themselves.
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

  /// Whether the caller no longer waits for the outcome.
  public var isCancelled: Bool { Task.isCancelled }

  /// The values to send beside the response, by key.
  public var trailers: [String: String] {
    trailerFields.withLock { $0 }
  }

  /// Sets a value to send beside the response.
  public func setTrailer(_ value: String, for key: String) {
    trailerFields.withLock { $0[key] = value }
  }
}
