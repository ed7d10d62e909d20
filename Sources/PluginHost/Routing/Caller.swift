internal import HostProtos
internal import IPC
internal import IPCProtos
internal import Status
internal import Synchronization
internal import System

/// Who is at the other end of a connection, and what that lets it call.
protocol Caller: Sendable {
  /// Returns on whose behalf a call is made that carries no credential.
  ///
  /// What the caller itself writes into the header's principal doesn't count.
  func principal(of header: CallHeader, for name: MethodName) throws(Status) -> Principal

  /// Returns where the caller is, as ``PeerAddress`` writes it; empty on this machine.
  ///
  /// What the header says of it counts only from a caller that can know it.
  func peer(of header: CallHeader) -> String
}

/// The user who runs the host, on this machine: may call everything that declares a permission.
struct OperatorCaller: Caller {
  let uid: UInt32

  func principal(of header: CallHeader, for name: MethodName) -> Principal {
    Principal(unlimited: IPCPrincipal(kind: .operator, id: "uid:\(uid)"))
  }

  func peer(of header: CallHeader) -> String { "" }
}

/// The host itself, as when it asks whom a credential stands for.
struct HostCaller: Caller {
  func principal(of header: CallHeader, for name: MethodName) -> Principal {
    Principal(unlimited: IPCPrincipal(kind: .host, id: "steward"))
  }

  func peer(of header: CallHeader) -> String { header.peer }
}

/// A plugin: calls what its grant names, on behalf of the call that it is serving or on its own.
///
/// A plugin with the grant `network` also calls on behalf of those who reach it from elsewhere: with the credential of
/// one of them, and without any for nobody in particular.
final class PluginCaller: Caller {
  private let plugin: String
  private let calls: [CallPattern]
  private let network: Bool
  private let connection = Mutex(Peer())

  /// Weak, since the connection holds the dispatcher that holds this.
  private struct Peer {
    weak var connection: Connection?
  }

  init(plugin: String, grants: ManifestGrants) {
    self.plugin = plugin
    // A method that is named by itself is meant, whatever else includes it.
    calls = grants.calls.compactMap(CallPattern.init).sorted {
      $0.method != nil && $1.method == nil
    }
    network = grants.network
  }

  /// To be set before the plugin is given its first call, since only then can it name a parent.
  func attach(_ connection: Connection) {
    self.connection.withLock { $0.connection = connection }
  }

  func principal(of header: CallHeader, for name: MethodName) throws(Status) -> Principal {
    let grant = calls.first { $0.matches(name) }
    guard header.parentCall == 0 else {
      // The caller's authority alone is not enough: to call a plugin is not to agree to all that it might do.
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

  /// A plugin with the network that doesn't say where its caller is leaves that unknown: such calls
  /// must not pass for the operator's.
  func peer(of header: CallHeader) -> String {
    if header.parentCall != 0 {
      return parent(of: header)?.header.peer ?? PeerAddress.unknown.description
    }
    guard network else { return "" }
    return (PeerAddress(header.peer) ?? .unknown).description
  }

  /// The call that is open on this very connection: a plugin can't borrow what it isn't serving.
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
