import IPC
import IPCProtos
import Synchronization

/// Leads to plugins as the host does for callers with a credential: what it stands for becomes the principal, and
/// nobody's calls reach nothing but what refuses them.
///
/// Counts the calls, since how many a request costs is a rule too.
final class KeyholderChannel: Channel {
  private let plugins: any Channel
  private let holders: Mutex<[String: IPCPrincipal]> = Mutex([:])
  private let methods: Mutex<[String]> = Mutex([])

  init(_ plugins: any Channel) {
    self.plugins = plugins
  }

  /// Makes a credential stand for somebody.
  func admit(_ credential: String, as principal: IPCPrincipal) {
    holders.withLock { $0[credential] = principal }
  }

  /// The methods that were called since this was last asked.
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
