internal import HostProtos
internal import IPC
internal import IPCProtos
internal import Platform
internal import Status
internal import Synchronization

/// The party at the other end of a connection, which determines what that end may call.
protocol Caller: Sendable {
  /// Returns the principal of a call that carries no credential.
  ///
  /// A principal that the caller itself writes into the header is ignored.
  func principal(of header: CallHeader, for name: MethodName) throws(Status) -> Principal

  /// Returns the address of the caller, as ``PeerAddress`` writes it; empty for a caller on this
  /// machine.
  ///
  /// An address in the header counts only if the caller can know it.
  func peer(of header: CallHeader) -> String
}

/// The user who runs the host, on this machine. This user may call every method that declares a
/// permission.
struct OperatorCaller: Caller {
  let uid: UInt32

  func principal(of header: CallHeader, for name: MethodName) -> Principal {
    Principal(unlimited: IPCPrincipal(kind: .operator, id: "uid:\(uid)"))
  }

  func peer(of header: CallHeader) -> String { "" }
}

/// The host itself, for example when it resolves a credential.
struct HostCaller: Caller {
  func principal(of header: CallHeader, for name: MethodName) -> Principal {
    Principal(unlimited: IPCPrincipal(kind: .host, id: "steward"))
  }

  func peer(of header: CallHeader) -> String { header.peer }
}

/// A plugin. It calls what its grants name, on behalf of the call that it serves or on its own
/// behalf.
///
/// A plugin with the grant `network` also calls on behalf of its clients on the network: with the
/// credential of a client, or as an anonymous caller without one.
final class PluginCaller: Caller {
  private let plugin: String
  private let calls: [CallPattern]
  private let network: Bool
  private let connection = Mutex(Peer())

  /// Weak, since the connection holds the call handler that holds this object.
  private struct Peer {
    weak var connection: Connection?
  }

  init(plugin: String, grants: ManifestGrants) {
    self.plugin = plugin
    // Grants that name a method itself come first, so that they apply even if a broader grant
    // includes the method.
    calls = grants.calls.compactMap(CallPattern.init).sorted {
      $0.method != nil && $1.method == nil
    }
    network = grants.network
  }

  /// Sets the plugin's connection. Must be called before the plugin gets its first call, because
  /// the plugin can name a parent call from then on.
  func attach(_ connection: Connection) {
    self.connection.withLock { $0.connection = connection }
  }

  func principal(of header: CallHeader, for name: MethodName) throws(Status) -> Principal {
    let grant = calls.first { $0.matches(name) }
    guard header.parentCall == 0 else {
      // The authority of the parent's caller alone is not enough: to call a plugin is not to agree
      // to everything that the plugin might do.
      guard let grant else { throw .callNotGranted(header.method, to: plugin) }
      return try borrowed(from: header).used(by: plugin, through: grant)
    }
    if let grant {
      return Principal(unlimited: IPCPrincipal(kind: .plugin, id: plugin))
        .used(by: plugin, through: grant)
    }
    guard network else { throw .callNotGranted(header.method, to: plugin) }
    return .anonymous
  }

  /// If a plugin with the grant `network` doesn't say where its caller is, the address is unknown:
  /// such a call must not be taken for the operator's.
  func peer(of header: CallHeader) -> String {
    if header.parentCall != 0 {
      return parent(of: header)?.header.peer ?? PeerAddress.unknown.description
    }
    guard network else { return "" }
    return (PeerAddress(header.peer) ?? .unknown).description
  }

  /// Returns the parent call, which must be open on this very connection: a plugin can't borrow the
  /// authority of a call that it isn't serving.
  private func parent(of header: CallHeader) -> ProxiedCall? {
    let connection = connection.withLock { $0.connection }
    return (connection?.openCall(header.parentCall) as? ProxiedCall.Attempt)?.call
  }

  private func borrowed(from header: CallHeader) throws(Status) -> Principal {
    guard let parent = parent(of: header) else {
      throw .parentNotOpen(header.parentCall, of: plugin)
    }
    let end = parent.endOfLending
    guard end > .now else { throw .authorityReturned(by: plugin, header.parentCall) }
    return parent.principal.lent(until: end)
  }
}
