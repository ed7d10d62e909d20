internal import Glibc
public import IPC
internal import Logging
internal import Platform
internal import Status
internal import Store
internal import Synchronization

/// A running host: the store, the plugins, the router between calls and plugins, and the socket if
/// it is a daemon.
public final class Host: Sendable {
  /// The resources that are released at the end.
  private struct Resources: Sendable {
    var lock: HostLock
    var store: Store
    /// The vault of the secrets. It also provides the seal of the log's checkpoints.
    var vault: Vault
    var shipper: CheckpointShipper?
    var refusals: RefusalLog
    var memory: CheckpointWriter
  }

  /// A channel on which the user who runs the host can call the host's services.
  public let channel: any Channel
  /// The path of the socket to which clients connect; `nil` in embedded mode.
  public var socketPath: String? { listener?.path }

  private let configuration: HostConfiguration
  private let router: Router
  private let registry: PluginRegistry
  private let listener: ClientListener?
  private let stopping: OneShotEvent
  private let resources: Mutex<Resources?>
  private let stopTask = Mutex<Task<Void, Never>?>(nil)

  /// The number of descriptors that a daemon may need: one for each client, and some for each
  /// plugin.
  private static let maximumDescriptors: UInt = 65_536

  /// Starts a host: takes the lock of the data directory, opens the store, and finds the plugins. A
  /// daemon also listens on the socket.
  ///
  /// Returns when calls are accepted. Eager plugins start meanwhile. The other plugins start with
  /// their first call.
  ///
  /// - Throws: ``HostError``, or the store's error.
  public static func start(_ configuration: HostConfiguration) async throws -> Host {
    // A write to a plugin that has just died must not end the host.
    signal(SIGPIPE, SIG_IGN)
    if configuration.mode == .daemon { DescriptorLimit.raise(to: maximumDescriptors) }
    let directory = try DataDirectory.prepare(
      configuration.dataDirectory, making: configuration.makesInstallation)
    let lock =
      switch configuration.mode {
      case .daemon: try await HostLock.exclusive(on: directory)
      case .embedded: try HostLock.shared(on: directory)
      }
    let store = try directory.openStore(making: configuration.makesInstallation)
    return try await Host(
      configuration, directory, resources(configuration, directory, lock, store))
  }

  private static func resources(
    _ configuration: HostConfiguration, _ directory: DataDirectory, _ lock: HostLock, _ store: Store
  ) -> Resources {
    let vault = Vault(configuration.masterKey, dataDirectory: directory.path, store: store)
    let shipper = configuration.auditCheckpoint.map {
      CheckpointShipper(to: $0, logger: configuration.logger)
    }
    let memory = CheckpointWriter(
      of: store, at: directory.checkpoint, every: configuration.memoryInterval, shipper: shipper,
      logger: configuration.logger
    ) { try await vault.checkpointSeal() }
    let refusals = RefusalLog(
      in: store, every: configuration.refusalInterval, logger: configuration.logger)
    return Resources(
      lock: lock, store: store, vault: vault, shipper: shipper, refusals: refusals, memory: memory)
  }

  private init(
    _ configuration: HostConfiguration, _ directory: DataDirectory, _ resources: Resources
  ) async throws {
    let store = resources.store
    let router = Router(credentials: Credentials(in: store), refusals: resources.refusals)
    let discovery = PluginDiscovery(paths: configuration.pluginPaths, logger: configuration.logger)
    let vault = resources.vault
    let trusted = TrustFile(in: directory.path)
    let environment = PluginSupervisor.Dependencies(
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
    let selection = PluginSelection(discovery.plugins())
    selection.log(to: configuration.logger)
    var catalog = PluginCatalog(selection)
    try catalog.apply(configuration.settings)
    let registry = await PluginRegistry(
      catalog, settings: configuration.settings, discovery: discovery, environment: environment)
    let stopping = OneShotEvent()
    let desk = HostService(
      registry: registry, router: router, store: store, stopping: stopping,
      version: configuration.version, dataDirectory: directory.path,
      socket: configuration.mode == .daemon ? directory.socket : "", shipper: resources.shipper)
    let audit = AuditService(store: store, checkpoint: directory.checkpoint, vault: vault)
    let maintenance = MaintenanceService(
      store: store, directory: directory, vault: vault,
      examination: Diagnostics(
        store: store, directory: directory, vault: vault, registry: registry, router: router,
        shipper: resources.shipper))
    let trust = PluginTrustService(registry: registry, trusted: trusted, store: store)
    for service in [desk, audit, maintenance, trust] as [any Service] {
      try Self.add(service, to: router)
    }
    try router.servePermissions()

    self.configuration = configuration
    self.router = router
    self.registry = registry
    self.stopping = stopping
    self.resources = Mutex(resources)
    channel = InProcessChannel(router.handler(for: OperatorCaller(uid: geteuid())))
    listener =
      configuration.mode == .daemon
      ? try ClientListener(
        path: directory.socket, router: router, version: configuration.version,
        logger: configuration.logger)
      : nil
    await resources.memory.start()
    await registry.startEager()
  }

  private static func add<Own: Service>(_ service: Own, to router: Router) throws {
    do {
      let methods = try PluginMethods(of: [Own.name], in: Own.descriptorSet)
      router.add(Own.name, .local(ServiceRouter([service]), methods))
    } catch {
      throw HostError(.internal, reason: "DESCRIPTORS", "The host's own service: \(error.problem).")
    }
  }

  /// Makes a plugin listen on a socket. The host binds the socket and passes it to each process of
  /// the plugin, beginning with the one that it starts now. A reload or a crash of the plugin thus
  /// loses no connection.
  ///
  /// - Parameters:
  ///   - address: The address to listen on. With port 0, the system chooses a port.
  ///   - name: The name by which the plugin knows the socket.
  ///   - plugin: A plugin with the `network` grant.
  /// - Returns: The address to which the socket is bound, once the plugin is ready.
  /// - Throws: ``HostError``, or `Status` if the plugin can't be started.
  @discardableResult
  public func listen(
    on address: ListenAddress, as name: String, for plugin: String
  ) async throws -> ListenAddress {
    let supervisor = try await registry.listener(named: plugin)
    let socket = try ListeningSocket(name: name, at: address)
    try await supervisor.listen(on: socket)
    return socket.address
  }

  /// Reads the manifest of each plugin again, and replaces the processes that run, so that they
  /// read their files again. Also finds plugins that were installed meanwhile. If there is a
  /// problem with a plugin, logs it; a running process of that plugin continues.
  public func reload() async {
    for name in await registry.namesToCome {
      do {
        try await registry.reload(name)
      } catch {
        configuration.logger.error(
          "plugin is not reloaded",
          metadata: ["plugin": "\(name)", "why": "\(Status(describing: error).message)"])
      }
    }
    configuration.logger.notice("plugins are reloaded")
  }

  /// Stops the host. Plugins that listen accept nothing more and finish. New calls are refused, and
  /// calls in progress may finish within the configured time. The plugins stop, each before its
  /// dependencies. At the end the data directory is released, so that it can be opened again.
  ///
  /// May be called any number of times. Each call returns when the host has stopped.
  public func stop() async {
    let task = stopTask.withLock { task in
      let running = task ?? Task { await stopOnce() }
      task = running
      return running
    }
    await task.value
  }

  private func stopOnce() async {
    stopping.open()
    async let clientsLeft: Void? = listener?.stop(within: configuration.drainTimeout)
    await registry.stopListening()
    router.stop()
    await clientsLeft
    await registry.stop()
    router.removeAll()
    if let closed = await letGo() { await wait(for: closed) }
  }

  /// Releases the store, and returns a stream that ends once the store is closed.
  private func letGo() async -> AsyncStream<Never>? {
    guard let last = resources.withLock({ $0.take() }) else { return nil }
    // This comes before the position of the log is recorded and shipped for the last time.
    await last.refusals.write()
    await last.memory.stop()
    return last.store.closed
  }

  /// Waits for the work that still holds the store: a write that has just been acknowledged, and
  /// calls that were aborted.
  private func wait(for closed: AsyncStream<Never>) async {
    let waiting = Task {
      for await _ in closed {}
      return !Task.isCancelled
    }
    let alarm = SupervisionThread.shared.setTimer(at: .now + configuration.drainTimeout) {
      waiting.cancel()
    }
    if await !waiting.value {
      configuration.logger.warning("a call that doesn't end keeps the store open")
    }
    SupervisionThread.shared.cancel(alarm)
  }
}
