internal import IPC
internal import IPCProtos
internal import Status
internal import Store
internal import Synchronization

/// A call on its way into the router. When it ends with a refusal that belongs in the log, it notes
/// that refusal.
final class AuditedCall: IncomingCall {
  /// The identity of the caller, as far as the host knows it.
  private struct Identity {
    var principal: IPCPrincipal?
    var peer = ""
    var hasCredential = false
  }

  private let call: any IncomingCall
  private let router: Router
  private let log: RefusalLog?
  private let identity = Mutex(Identity())

  /// - Parameter log: The log of refusals; `nil` for the host's own calls, because the call for
  ///   which the host makes them is noted instead.
  init(_ call: any IncomingCall, to router: Router, log: RefusalLog?) {
    self.call = call
    self.router = router
    self.log = log
  }

  var id: UInt64 { call.id }
  var header: CallHeader { call.header }
  func send(_ message: [UInt8]) { call.send(message) }
  func grant(_ bytes: Int) { call.grant(bytes) }

  func end(_ end: CallEnd) {
    if !end.status.isOK, let log { note(end.status, in: log) }
    call.end(end)
  }

  /// Records the address of the caller, and whether the caller has presented a credential.
  func comes(from peer: String, withCredential hasCredential: Bool) {
    identity.withLock { ($0.peer, $0.hasCredential) = (peer, hasCredential) }
  }

  /// Records the principal of the caller, once it is known.
  func isMade(by principal: IPCPrincipal) {
    identity.withLock { $0.principal = principal }
  }

  private func note(_ status: Status, in log: RefusalLog) {
    guard let method = router.method(named: header.method) else { return }
    let identity = identity.withLock { $0 }
    guard
      let kind = Refusal.Kind(
        status, isChange: method.isChange, hasCredential: identity.hasCredential)
    else { return }
    log.note(
      Refusal(
        kind: kind, actor: identity.principal?.actor ?? "anonymous",
        organization: identity.principal?.onlyOrganization ?? "", method: method.name,
        reason: status.reason.rawValue, peer: identity.peer))
  }
}

extension IPCPrincipal {
  /// The organization in which the principal has all its roles; `nil` if there is none, or several.
  fileprivate var onlyOrganization: String? {
    let organizations = Set(roles.map(\.organizationId))
    return organizations.count == 1 ? organizations.first : nil
  }
}
