import AdminProtos
import Foundation
import GoogleProtos
import HostProtos
import IPC
import IPCProtos
import Logging
import Platform
import PluginKit
import Store
import WellKnownTypes

@testable import PluginHost

/// A host in this process. Its plugins are behind the real protocol, over memory. Its router, its
/// own services and its permission checks are those of the product.
final class InMemoryHost: Sendable {
  /// A remote caller without a credential, who may only call public methods.
  private struct AnonymousCaller: Caller {
    func principal(of header: CallHeader, for name: MethodName) -> Principal {
      Principal(ResolveResponse())
    }

    func peer(of header: CallHeader) -> String { "192.0.2.7" }
  }

  private let router: Router
  private let plugin: Connection
  private let server: PluginServer
  /// The full names of the plugins' services, as the plugins reported them.
  let pluginServices: [String]
  /// The descriptor sets of every service, the plugins' and the host's own.
  let descriptorSets: [[UInt8]]

  /// Starts the host.
  ///
  /// - Parameters:
  ///   - services: The services of all plugins, on `store`.
  ///   - clock: Returns the time for the checks of credentials, in seconds since 1970.
  init(
    _ directory: DataDirectory, _ store: Store, services: [any Service],
    clock: @escaping @Sendable () -> Int = { Int(GoogleTimestamp.now.seconds) }
  ) async throws {
    let router = Router(credentials: Credentials(in: store, clock: clock))
    let own = await Self.ownServices(directory, store, router)
    for service in own { try Self.add(service, to: router) }
    try router.servePermissions()

    let (hostEnd, pluginEnd) = MemoryTransport.pair()
    server = PluginServer(over: pluginEnd) { _ in services }
    plugin = .host(over: hostEnd, hello: IPCHello(), handler: ServiceRouter())
    let peer = try await plugin.ready()
    let route = PluginRoute(name: "all") {}
    route.publish(
      PluginSession(
        connection: plugin, methods: try PluginMethods(of: peer.services, in: peer.descriptorSet)))
    for service in peer.services { router.add(service, .plugin(route)) }

    self.router = router
    pluginServices = peer.services
    descriptorSets = own.map { type(of: $0).descriptorSet } + [peer.descriptorSet]
  }

  deinit { plugin.close() }

  /// The full names of all services.
  var services: [String] { router.services }

  /// The channel of the operator.
  var operatorChannel: any Channel {
    InProcessChannel(router.handler(for: OperatorCaller(uid: geteuid())))
  }

  /// The channel of a caller without a credential.
  var anonymousChannel: any Channel { InProcessChannel(router.handler(for: AnonymousCaller())) }

  private static func ownServices(
    _ directory: DataDirectory, _ store: Store, _ router: Router
  ) async -> [any Service] {
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let vault = Vault(.dataDirectory, dataDirectory: directory.path, store: store)
    let trusted = TrustFile(in: directory.path)
    let registry = await PluginRegistry(
      PluginCatalog([]),
      environment: PluginSupervisor.Dependencies(
        hostVersion: "0.1.0", storeDirectory: directory.store, vault: vault, trusted: trusted,
        router: router, logger: logger, clearStaleReaders: {}))
    return [
      HostService(
        registry: registry, router: router, store: store, stopping: OneShotEvent(),
        version: "0.1.0", dataDirectory: directory.path, socket: "", shipper: nil,
        sampler: ProcessSampler(registry, host: PluginRecorder())),
      AuditService(store: store, checkpoint: directory.checkpoint, vault: vault),
      MaintenanceService(
        store: store, directory: directory, vault: vault,
        examination: Diagnostics(
          store: store, directory: directory, vault: vault, registry: registry, router: router,
          shipper: nil)),
      PluginTrustService(registry: registry, trusted: trusted, store: store),
    ]
  }

  private static func add<Own: Service>(_ service: Own, to router: Router) throws {
    let methods = try PluginMethods(of: [Own.name], in: Own.descriptorSet)
    router.add(Own.name, .local(ServiceRouter([service]), methods))
  }
}
