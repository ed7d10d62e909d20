public import IPCProtos

/// The options of a call.
public struct CallOptions: Sendable {
  /// How long to wait for the outcome. A call that is made while serving another call never waits
  /// longer than the deadline of that call.
  public var timeout: Duration?
  /// The values that travel beside the request, by key.
  public var metadata: [String: String]
  /// The key that names the mutation. A second call with the same key returns the first outcome.
  public var idempotencyKey: String
  /// The principal on whose behalf the call is made. Only the host's value is trusted.
  public var principal: IPCPrincipal?
  /// The address of the caller for which a plugin with the grant `network` makes the call.
  public var peer: String
  /// Whether the method changes nothing, so that a call without a response had no effect either.
  private(set) var isSafe = false

  /// Creates options. By default, none is set.
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

  /// The same options for a method that changes nothing. The status of a call that ends without a
  /// response then does not say that the call may have taken effect.
  public var safe: CallOptions {
    var options = self
    options.isSafe = true
    return options
  }

  /// Returns the header of a call that the current task makes now.
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
