internal import IPC
internal import StewardProtos
internal import Synchronization

/// Who is at the other end of a connection, and what that lets it call.
protocol Caller: Sendable {
  /// Returns on whose behalf a call is made.
  ///
  /// What the caller itself writes into the header's principal doesn't count.
  func principal(of header: CallHeader, for name: MethodName) throws(Status) -> IPCPrincipal
}

/// The user who runs the host, on this machine: may call everything that declares a permission.
struct OperatorCaller: Caller {
  let uid: UInt32

  func principal(of header: CallHeader, for name: MethodName) -> IPCPrincipal {
    IPCPrincipal(kind: .operator, id: "uid:\(uid)")
  }
}

/// A module: calls on behalf of the call that it is serving, or on its own within its grants.
final class ModuleCaller: Caller {
  private let module: String
  private let grants: [CallPattern]
  private let connection = Mutex(Peer())

  /// Weak, since the connection holds the dispatcher that holds this.
  private struct Peer {
    weak var connection: Connection?
  }

  init(module: String, grants: [String]) {
    self.module = module
    self.grants = grants.compactMap(CallPattern.init)
  }

  /// To be set before the module is given its first call, since only then can it name a parent.
  func attach(_ connection: Connection) {
    self.connection.withLock { $0.connection = connection }
  }

  func principal(of header: CallHeader, for name: MethodName) throws(Status) -> IPCPrincipal {
    if header.parentCall != 0 {
      let connection = connection.withLock { $0.connection }
      // The call must be open on this very connection: a module can't borrow what it isn't serving.
      guard let leg = connection?.openCall(header.parentCall) as? RelayedCall.Leg,
        let principal = leg.call.header.principal
      else { throw .parentNotOpen(header.parentCall, of: module) }
      return principal
    }
    guard grants.contains(where: { $0.matches(name) }) else {
      throw .callNotGranted(header.method, to: module)
    }
    return IPCPrincipal(kind: .module, id: module)
  }
}
