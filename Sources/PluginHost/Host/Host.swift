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
  struct Resources: Sendable {
    var lock: HostLock
    var store: Store
    var refusals: RefusalLog
    var checkpoints: CheckpointWriter
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

  /// Starts a host: takes the lock of the data directory, opens the store, and finds the plugins. A
  /// daemon also listens on the socket.
  ///
  /// Returns when calls are accepted. Eager plugins start meanwhile. The other plugins start with
  /// their first call.
  ///
  /// - Throws: ``HostError``, or the store's error.
  public static func start(_ configuration: HostConfiguration) async throws -> Host {
    try await HostComposition.host(configuration)
  }

  /// Creates a host of its parts; see ``HostComposition``.
  init(
    _ configuration: HostConfiguration, router: Router, registry: PluginRegistry,
    listener: ClientListener?, stopping: OneShotEvent, resources: Resources
  ) {
    self.configuration = configuration
    self.router = router
    self.registry = registry
    self.listener = listener
    self.stopping = stopping
    self.resources = Mutex(resources)
    channel = InProcessChannel(router.handler(for: OperatorCaller(uid: geteuid())))
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
    await last.checkpoints.stop()
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
