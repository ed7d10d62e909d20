internal import HostProtos
internal import IPC
internal import IPCProtos
internal import Platform
internal import Status
internal import StoreProtos

// The start of a process of the plugin, and its introduction.
extension PluginSupervisor {
  func launch(
    _ number: ProcessNumber, _ executable: VerifiedExecutable
  ) throws -> RunningPlugin {
    for listener in listeners { try listener.admit() }
    let process = try PluginProcess(program(executable), log: log) { cause in
      self.ended(number, cause)
    }
    guard executable.isUnchanged else {
      process.abandon()
      throw Status.changedWhileStarting(name, executable.path)
    }
    let caller = PluginCaller(plugin: name, grants: manifest.grants)
    let connection = Connection.host(
      over: DescriptorTransport(reading: process.frames.reading, writing: process.frames.writing),
      hello: hello, handler: environment.router.handler(for: caller),
      configuration: Self.configuration
    ) { event in
      Task { @Supervision in self.heard(event, from: number) }
    }
    caller.attach(connection)
    return RunningPlugin(
      process: process, connection: connection, listens: !listeners.isEmpty)
  }

  /// No timeout for the handshake: the lifecycle limits the time of a start.
  private nonisolated static var configuration: Connection.Configuration {
    var configuration = Connection.Configuration()
    configuration.handshakeTimeout = nil
    return configuration
  }

  private func program(_ executable: VerifiedExecutable) -> PluginProcess.Program {
    PluginProcess.Program(
      executable: executable, arguments: manifest.manifest.arguments,
      directory: manifest.directory,
      environment: EnvironmentVariables.ofChild(),
      inherited: listeners.map(\.descriptor))
  }

  private var hello: IPCHello {
    IPCHello(
      hostName: "steward", hostVersion: environment.hostVersion, pluginName: name,
      grants: IPCGrants(
        storeDirectory: manifest.grants.store ? environment.storeDirectory : "",
        calls: manifest.grants.calls, secrets: secrets, listeners: inheritedListeners),
      config: manifest.manifest.config, pluginVersion: manifest.manifest.version)
  }

  private var inheritedListeners: [IPCListener] {
    zip(PluginProcess.firstInherited..., listeners).map { place, listener in
      IPCListener(
        name: listener.name, descriptor: place, address: listener.address.description)
    }
  }

  private func heard(_ event: Connection.Event, from number: ProcessNumber) {
    switch event {
    case .ready(let peer): welcome(peer, from: number)
    case .goingAway: handle(.leaving(number))
    case .drainWanted: break  // Only the host says this, never a plugin.
    case .closed(let status): closed(status, number)
    }
  }

  private func welcome(_ peer: Peer, from number: ProcessNumber) {
    guard let running = processes[number] else { return }
    do throws(InvalidDescriptors) {
      try checkServices(of: peer)
      let methods = try PluginMethods(
        of: manifest.manifest.served, in: peer.descriptorSet, recorder: route.recorder)
      running.session = PluginSession(connection: running.connection, methods: methods)
      handle(.welcomed(number))
    } catch {
      handle(.unhealthy(number, error.problem, unfit: true))
    }
  }

  private func checkServices(of peer: Peer) throws(InvalidDescriptors) {
    let served = Set(peer.services)
    if let absent = manifest.manifest.served.first(where: { !served.contains($0) }) {
      throw InvalidDescriptors(problem: "does not serve \(absent), which its manifest lists")
    }
    for extra in served.subtracting(manifest.manifest.served).sorted() {
      remark("serves \(extra), which its manifest does not list: no call reaches it")
    }
  }

  private func closed(_ status: Status, _ number: ProcessNumber) {
    if [.unstated, .connectionLost].contains(status.reason) { return handle(.hungUp(number)) }
    let isRefusal = processes[number]?.session == nil && status.code.isLasting
    let cause = isRefusal ? status.message : "its connection failed: \(status.message)"
    handle(.unhealthy(number, cause, unfit: isRefusal))
  }
}

extension StatusCode {
  /// Whether a plugin that ends its start with this code would only do so again, because what it
  /// was given doesn't suit it: its config, its grants or its store.
  fileprivate var isLasting: Bool {
    switch self {
    case .invalidArgument, .failedPrecondition, .permissionDenied, .notFound, .outOfRange,
      .unimplemented, .dataLoss:
      true
    default: false
    }
  }
}
