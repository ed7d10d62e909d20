import IPC
import IPCProtos
import Synchronization

/// A channel to plugins that treats credentials as the host does. It replaces a credential with the
/// principal that it stands for. A call without a known credential has an empty principal, which
/// the plugins refuse.
///
/// It also records the calls, because the number of calls per request is part of the tests.
final class KeyholderChannel: Channel {
  private let plugins: any Channel
  private let holders: Mutex<[String: IPCPrincipal]> = Mutex([:])
  private let methods: Mutex<[String]> = Mutex([])

  init(_ plugins: any Channel) {
    self.plugins = plugins
  }

  /// Makes a credential stand for a principal.
  func admit(_ credential: String, as principal: IPCPrincipal) {
    holders.withLock { $0[credential] = principal }
  }

  /// Returns the methods that were called since the last call of this function.
  func takeCalls() -> [String] {
    methods.withLock { calls in
      defer { calls = [] }
      return calls
    }
  }

  func open(_ header: CallHeader, delegate: any CallDelegate) -> any OutgoingCall {
    methods.withLock { $0.append(header.method) }
    var header = header
    let credential = header.metadata.removeValue(forKey: "authorization")?.dropFirst(7) ?? ""
    header.principal = holders.withLock { $0[String(credential)] } ?? IPCPrincipal()
    return plugins.open(header, delegate: delegate)
  }
}
