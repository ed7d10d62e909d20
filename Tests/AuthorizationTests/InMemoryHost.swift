import Foundation
import IPC
import Logging
import PluginKit
import StewardProtos
import Store

@testable import PluginHost

/// A host in this process, whose modules are behind the real protocol, over memory: its router, its own
/// services and its check of permissions are those of the product.
final class InMemoryHost: Sendable {
  /// What everybody may do is done by somebody without a credential as well, who comes in by no socket yet.
  private struct Nobody: Caller {
    func authority(of header: CallHeader, for name: MethodName) -> Authority {
      Authority(ResolveResponse())
    }

    func peer(of header: CallHeader) -> String { "192.0.2.7" }
  }

  private let router: Router
  private let module: Connection
  private let server: PluginServer
  /// The services of the modules, as they told the host.
  let moduleServices: [String]
  /// The definitions of every service, the modules' and the host's own.
  let descriptorSets: [[UInt8]]

  /// - Parameters:
  ///   - services: Those of all modules, on the store.
  ///   - clock: What tells the store the time, in seconds since 1970.
  init(
    _ directory: DataDirectory, _ store: Store, services: [any Service],
    clock: @escaping @Sendable () -> Int = { Int(WallClock.now.seconds) }
  ) async throws {
    let router = Router(credentials: Credentials(in: store, clock: clock))
    let own = await Self.ownServices(directory, store, router)
    for service in own { try Self.add(service, to: router) }
    try router.servePermissions()

    let (hostEnd, moduleEnd) = MemoryTransport.pair()
    server = PluginServer(version: "0.1.0", over: moduleEnd) { _ in services }
    module = .host(over: hostEnd, hello: IPCHello(), dispatcher: MethodTable())
    let peer = try await module.ready()
    let route = ModuleRoute(name: "all") {}
    route.publish(
      ModuleSession(
        connection: module, methods: try ModuleMethods(of: peer.services, in: peer.descriptorSet)))
    for service in peer.services { router.add(service, .module(route)) }

    self.router = router
    moduleServices = peer.services
    descriptorSets = own.map { type(of: $0).descriptorSet } + [peer.descriptorSet]
  }

  deinit { module.close() }

  /// The full names of all services.
  var services: [String] { router.services }

  /// What the user who runs the host calls.
  var operatorChannel: any Channel {
    InProcessChannel(router.dispatcher(for: OperatorCaller(uid: geteuid())))
  }

  /// What somebody without a credential calls.
  var anonymousChannel: any Channel { InProcessChannel(router.dispatcher(for: Nobody())) }

  private static func ownServices(
    _ directory: DataDirectory, _ store: Store, _ router: Router
  ) async -> [any Service] {
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let vault = Vault(.dataDirectory, dataDirectory: directory.path, store: store)
    let trusted = TrustFile(in: directory.path)
    let registry = await ModuleRegistry(
      PluginCatalog([]),
      surroundings: ModuleSupervisor.Surroundings(
        hostVersion: "0.1.0", storeDirectory: directory.store, vault: vault, trusted: trusted,
        router: router, logger: logger, clearStaleReaders: {}))
    return [
      HostDesk(
        registry: registry, router: router, store: store, stopping: Latch(),
        version: "0.1.0", dataDirectory: directory.path, socket: "", shipper: nil),
      AuditDesk(store: store, checkpoint: directory.checkpoint, vault: vault),
      MaintenanceDesk(
        store: store, directory: directory, vault: vault,
        examination: Examination(
          store: store, directory: directory, vault: vault, registry: registry, router: router,
          shipper: nil)),
      TrustedPluginsService(registry: registry, trusted: trusted, store: store),
    ]
  }

  private static func add<Own: Service>(_ service: Own, to router: Router) throws {
    let methods = try ModuleMethods(of: [Own.name], in: Own.descriptorSet)
    router.add(Own.name, .local(MethodTable([service]), methods))
  }
}
