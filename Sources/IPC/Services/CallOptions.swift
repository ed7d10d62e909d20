public import IPCProtos

/// How a call is made.
public struct CallOptions: Sendable {
  /// How long to wait for the outcome. A call made while serving another never waits longer than
  /// the other's deadline.
  public var timeout: Duration?
  /// What travels beside the request, by key.
  public var metadata: [String: String]
  /// Names the mutation: the same key again answers with the first outcome.
  public var idempotencyKey: String
  /// On whose behalf the call is made. Only the host's word counts.
  public var principal: IPCPrincipal?
  /// Where the caller is, for whom a plugin with the grant `network` makes the call.
  public var peer: String
  /// Whether the method changes nothing, so that a call without an answer had no effect either.
  private(set) var isSafe = false

  /// Creates options; by default, none of them is used.
  public init(
    timeout: Duration? = nil, metadata: [String: String] = [:], idempotencyKey: String = "",
    principal: IPCPrincipal? = nil, peer: String = ""
  ) {
    self.timeout = timeout
    self.metadata = metadata
    self.idempotencyKey = idempotencyKey
    self.principal = principal
    self.peer = peer
  }

  /// The same for a method that changes nothing: a call that ends without an answer is then not
  /// said to have taken effect perhaps.
  public var safe: CallOptions {
    var options = self
    options.isSafe = true
    return options
  }

  /// Returns the header of a call made now, by the current task.
  func header(_ method: String, message: [UInt8]? = nil, halfClosed: Bool = false) -> CallHeader {
    let parent = CallContext.current
    return CallHeader(
      method: method, deadline: deadline(within: parent?.deadline), metadata: metadata,
      principal: principal, idempotencyKey: idempotencyKey, message: message,
      halfClosed: halfClosed, parentCall: parent?.callID ?? 0, peer: peer)
  }

  private func deadline(
    within outer: ContinuousClock.Instant?
  ) -> ContinuousClock.Instant? {
    guard let timeout else { return outer }
    let own = ContinuousClock.now + timeout
    return outer.map { min($0, own) } ?? own
  }
}
