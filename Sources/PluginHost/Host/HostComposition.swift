internal import Glibc
internal import IPC
internal import Logging
internal import Platform
internal import Status
internal import Store

/// The composition root of a host: it makes each part from the parts before it.
struct HostComposition {
  /// The number of descriptors that a daemon may need: one for each client, and some for each
  /// plugin.
  private static let maximumDescriptors: UInt = 65_536

  private let configuration: HostConfiguration
  private let directory: DataDirectory
  private let lock: HostLock
  private let store: Store

  /// Takes the data directory, and makes and starts a host on it.
  static func host(_ configuration: HostConfiguration) async throws -> Host {
    prepareProcess(for: configuration.mode)
    let directory = try DataDirectory.prepare(
      configuration.dataDirectory, making: configuration.makesInstallation)
    let lock = try await takeLock(of: directory, for: configuration.mode)
    let store = try directory.openStore(making: configuration.makesInstallation)
    return try await HostComposition(
      configuration: configuration, directory: directory, lock: lock, store: store
    ).host()
  }

  private static func prepareProcess(for mode: HostConfiguration.Mode) {
    // A write to a plugin that has just died must not end the host.
    signal(SIGPIPE, SIG_IGN)
    if mode == .daemon { DescriptorLimit.raise(to: maximumDescriptors) }
  }

  private static func takeLock(
    of directory: DataDirectory, for mode: HostConfiguration.Mode
  ) async throws -> HostLock {
    switch mode {
    case .daemon: try await HostLock.exclusive(on: directory)
    case .embedded: try HostLock.shared(on: directory)
    }
  }

  private func host() async throws -> Host {
    let vault = makeVault()
    let shipper = makeCheckpointShipper()
    let checkpoints = makeCheckpointWriter(vault, shipper)
    let refusals = makeRefusalLog()
    let router = makeRouter(refusals)
    let trusted = TrustFile(in: directory.path)
    let registry = try await makeRegistry(vault, trusted, router)
    let stopping = OneShotEvent()
    let sampler = ProcessSampler(registry, host: PluginRecorder())
    try serve(
      hostService(registry, router, stopping, shipper, sampler), auditService(vault),
      maintenanceService(vault, registry, router, shipper),
      PluginTrustService(registry: registry, trusted: trusted, store: store),
      on: router, recorder: sampler.host)
    let host = Host(
      configuration, router: router, registry: registry, listener: try makeListener(router),
      stopping: stopping,
      resources: Host.Resources(
        lock: lock, store: store, refusals: refusals, checkpoints: checkpoints))
    await checkpoints.start()
    await sampler.start()
    await registry.startEager()
    return host
  }
}

// The store and its log.
extension HostComposition {
  /// Makes the vault of the secrets. It also provides the seal of the log's checkpoints.
  private func makeVault() -> Vault {
    Vault(configuration.masterKey, dataDirectory: directory.path, store: store)
  }

  private func makeCheckpointShipper() -> CheckpointShipper? {
    configuration.auditCheckpoint.map { CheckpointShipper(to: $0, logger: configuration.logger) }
  }

  private func makeCheckpointWriter(
    _ vault: Vault, _ shipper: CheckpointShipper?
  ) -> CheckpointWriter {
    CheckpointWriter(
      of: store, at: directory.checkpoint, every: configuration.memoryInterval, shipper: shipper,
      logger: configuration.logger
    ) { try await vault.checkpointSeal() }
  }

  private func makeRefusalLog() -> RefusalLog {
    RefusalLog(in: store, every: configuration.refusalInterval, logger: configuration.logger)
  }
}

// The plugins, and the way to them.
extension HostComposition {
  private func makeRouter(_ refusals: RefusalLog) -> Router {
    Router(credentials: Credentials(in: store), refusals: refusals)
  }

  private func makeRegistry(
    _ vault: Vault, _ trusted: TrustFile, _ router: Router
  ) async throws -> PluginRegistry {
    let discovery = PluginDiscovery(paths: configuration.pluginPaths, logger: configuration.logger)
    let selection = PluginSelection(discovery.plugins())
    selection.log(to: configuration.logger)
    var catalog = PluginCatalog(selection)
    try catalog.apply(configuration.settings)
    return await PluginRegistry(
      catalog, settings: configuration.settings, discovery: discovery,
      environment: supervisorDependencies(vault, trusted, router))
  }

  private func supervisorDependencies(
    _ vault: Vault, _ trusted: TrustFile, _ router: Router
  ) -> PluginSupervisor.Dependencies {
    PluginSupervisor.Dependencies(
      hostVersion: configuration.version, storeDirectory: directory.store, vault: vault,
      trusted: trusted, router: router, logger: configuration.logger,
      keepsLogs: configuration.mode == .daemon
    ) { [weak store, logger = configuration.logger] in
      do {
        try store?.clearStaleReaders()
      } catch {
        logger.warning("stale readers can't be cleared", metadata: ["error": "\(error)"])
      }
    }
  }

  private func makeListener(_ router: Router) throws -> ClientListener? {
    guard configuration.mode == .daemon else { return nil }
    return try ClientListener(
      path: directory.socket, router: router, version: configuration.version,
      logger: configuration.logger)
  }
}

// The services of the host itself.
extension HostComposition {
  private func hostService(
    _ registry: PluginRegistry, _ router: Router, _ stopping: OneShotEvent,
    _ shipper: CheckpointShipper?, _ sampler: ProcessSampler
  ) -> HostService {
    HostService(
      registry: registry, router: router, store: store, stopping: stopping,
      version: configuration.version, dataDirectory: directory.path,
      socket: configuration.mode == .daemon ? directory.socket : "", shipper: shipper,
      sampler: sampler)
  }

  private func auditService(_ vault: Vault) -> AuditService {
    AuditService(store: store, checkpoint: directory.checkpoint, vault: vault)
  }

  private func maintenanceService(
    _ vault: Vault, _ registry: PluginRegistry, _ router: Router, _ shipper: CheckpointShipper?
  ) -> MaintenanceService {
    MaintenanceService(
      store: store, directory: directory, vault: vault,
      examination: Diagnostics(
        store: store, directory: directory, vault: vault, registry: registry, router: router,
        shipper: shipper))
  }

  private func serve<each Own: Service>(
    _ services: repeat each Own, on router: Router, recorder: PluginRecorder
  ) throws {
    for service in repeat each services { try serve(service, on: router, recorder) }
    try router.servePermissions(recorder: recorder)
  }

  private func serve<Own: Service>(
    _ service: Own, on router: Router, _ recorder: PluginRecorder
  ) throws {
    do {
      let methods = try PluginMethods(
        of: [Own.name], in: Own.descriptorSet, recorder: recorder)
      router.add(Own.name, .local(ServiceRouter([service]), methods))
    } catch {
      throw HostError(.internal, reason: "DESCRIPTORS", "The host's own service: \(error.problem).")
    }
  }
}
