internal import Glibc
public import IPC
internal import Logging
internal import Status
internal import Store
internal import Synchronization
internal import System

/// A running host: the store, the plugins, the way between calls and plugins, and for a daemon the
/// socket.
public final class Host: Sendable {
  /// What is given back at the end.
  private struct Resources: Sendable {
    var lock: HostLock
    var store: Store
    /// What the vault knows, and the log's memory is kept under.
    var vault: Vault
    var shipper: CheckpointShipper?
    var refusals: RefusalLog
    var memory: CheckpointWriter
  }

  /// The host's services, as the user who runs it may call them.
  public let channel: any Channel
  /// Where clients connect; `nil` in embedded mode.
  public var socketPath: String? { listener?.path }

  private let configuration: HostConfiguration
  private let router: Router
  private let registry: PluginRegistry
  private let listener: ClientListener?
  private let stopping: OneShotEvent
  private let resources: Mutex<Resources?>
  private let stopTask = Mutex<Task<Void, Never>?>(nil)

  /// As many as a daemon may want: one for each client, and some for each plugin.
  private static let maximumDescriptors: UInt = 65_536

  /// Starts a host: takes the data directory's lock, opens the store, finds the plugins, and for a
  /// daemon listens on the socket.
  ///
  /// It returns when calls are accepted. Eager plugins start meanwhile; the others with their first
  /// call.
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
        logger.warning("stale readers stay in the store", metadata: ["error": "\(error)"])
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

  /// Has a plugin listen on a socket, which the host binds and hands down to each process of the
  /// plugin, from the one that it starts now on: so a reload or a crash of the plugin loses no
  /// connection.
  ///
  /// - Parameters:
  ///   - address: Where to listen. With port 0 the system chooses one.
  ///   - name: What the socket is for, as the plugin knows it.
  ///   - plugin: A plugin with the `network` grant.
  /// - Returns: The address as it was bound, once the plugin is ready.
  /// - Throws: ``HostError``, or ``Status`` if the plugin can't be started.
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
  /// read their files again; finds the plugins that were installed meanwhile. What is wrong with
  /// one is logged, and what ran of it goes on.
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

  /// Stops the host: lets plugins that listen accept nothing more and finish, refuses new calls,
  /// lets those under way finish within the configured time, stops the plugins, each before those
  /// that it depends on, and gives the data directory back, so that it can be opened again.
  ///
  /// It may be called any number of times; each returns when the host has stopped.
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

  /// Lets the store go, and returns what ends once it is closed.
  private func letGo() async -> AsyncStream<Never>? {
    guard let last = resources.withLock({ $0.take() }) else { return nil }
    // Before the log is remembered for the last time, and shipped.
    await last.refusals.write()
    await last.memory.stop()
    return last.store.closed
  }

  /// Waits for those who still hold the store: the write that has just been acknowledged, and calls
  /// that were broken off.
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
