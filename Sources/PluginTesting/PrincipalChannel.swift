public import IPC
public import IPCProtos

/// A channel that makes every call on behalf of one principal, as the host does for its callers.
public struct PrincipalChannel: Channel {
  private let base: any Channel
  private let principal: IPCPrincipal

  /// Creates a channel whose calls go to `base` on behalf of `principal`.
  public init(_ base: any Channel, principal: IPCPrincipal) {
    self.base = base
    self.principal = principal
  }

  public func open(_ header: CallHeader, delegate: any CallDelegate) -> any OutgoingCall {
    var header = header
    header.principal = principal
    return base.open(header, delegate: delegate)
  }
}
