internal import Glibc
internal import HostProtos
internal import IPC
internal import Logging
internal import Status
internal import StoreProtos
internal import WellKnownTypes

/// The supervisor of one plugin: it performs the actions of the plugin's lifecycle, and reports
/// events.
@Supervision
final class PluginSupervisor {
  /// The parts of the host that a supervisor needs.
  struct Dependencies: Sendable {
    var hostVersion: String
    /// The store's directory, for plugins with the `store` grant.
    var storeDirectory: String
    /// The source of the secrets that a manifest asks for.
    var vault: Vault
    /// The record of what the operator accepted of plugins that didn't come with Steward.
    var trusted: TrustFile
    var router: Router
    var logger: Logger
    /// Whether the logs of plugins can be read later. They can't if the host ends with a command.
    var keepsLogs = true
    /// Called after each end of a process that wasn't regular: the process may have left a reader
    /// in the store.
    var clearStaleReaders: @Sendable () -> Void
  }

  typealias ProcessNumber = PluginLifecycle.ProcessNumber

  nonisolated let name: String
  /// The manifest with which the next process is started.
  private(set) var manifest: PluginManifest
  nonisolated let route: PluginRoute
  nonisolated let log = LogRing()
  let environment: Dependencies
  private(set) var lifecycle: PluginLifecycle
  private(set) var processes: [ProcessNumber: RunningPlugin] = [:]
  private(set) var failures: PluginFailures
  /// The plugins that must be ready before this one starts.
  var dependencies: [PluginSupervisor] = []
  /// The secrets that the manifest asks for, once a start was requested.
  private(set) var secrets: [String: [UInt8]] = [:]
  /// The sockets that each process inherits, while the plugin is not being stopped.
  private(set) var listeners: [ListeningSocket] = []
  /// The stamp and the digest of the executable when it was last hashed, so that a report doesn't
  /// need to hash it again.
  var knownDigest: (stamp: FileStamp, digest: String)?

  /// The program that the next process executes, if it was admitted before the process was
  /// requested.
  private var admitted: VerifiedExecutable?
  private var isLeaving = false
  private var alarm: (token: TimerQueue.Token, due: ContinuousClock.Instant)?
  /// The closures that wait until it is clear whether the plugin is ready. They get the reason if
  /// it isn't.
  private var waiting: [@Supervision (Status?) -> Void] = []
  private var reloads: [CheckedContinuation<Void, any Error>] = []
  private var stops: [CheckedContinuation<Void, Never>] = []

  init(_ manifest: PluginManifest, route: PluginRoute, environment: Dependencies) {
    name = manifest.name
    self.manifest = manifest
    self.route = route
    self.environment = environment
    failures = PluginFailures(of: manifest.name, keepsLogs: environment.keepsLogs)
    lifecycle = PluginLifecycle(policy: manifest.policy)
  }

  // MARK: Requests

  /// Starts the plugin, and its dependencies first, unless that is in progress.
  func want() {
    guard lifecycle.phase == .stopped else { return }
    let missing = dependencies.filter { !$0.isReady }
    guard !missing.isEmpty else { return begin(.wanted, else: failStart) }
    for dependency in missing {
      dependency.whenSettled { failure in
        guard failure == nil else {
          return self.failStart(.dependencyFailed(dependency.name, of: self.name))
        }
        self.want()
      }
      dependency.want()
    }
  }

  /// Ends an attempt to start, because something that the plugin needs isn't available. The next
  /// call makes the plugin try again.
  private func failStart(_ status: Status) {
    rejectConnections()
    remark("can't be started: \(status.message)")
    route.refuseWaiting(status)
    resolve(status)
  }

  /// Tells the lifecycle of a request for a process, once the program is admitted and the plugin's
  /// secrets are available. Otherwise calls `refuse` with the reason.
  private func begin(
    _ event: PluginLifecycle.Event, else refuse: @escaping @Supervision (Status) -> Void
  ) {
    let program: VerifiedExecutable
    do throws(Status) {
      program = try admit()
    } catch {
      return refuse(error)
    }
    guard secrets.count < manifest.secretPurposes.count else { return handle(event, with: program) }
    Task {
      do {
        secrets = try await environment.vault.secrets(
          for: manifest.secretPurposes, of: manifest.isBundled ? nil : name)
        // The plugin may have been told to stop meanwhile.
        isLeaving ? refuse(.hostStopping) : handle(event, with: program)
      } catch {
        refuse(Status(describing: error))
      }
    }
  }

  private func handle(_ event: PluginLifecycle.Event, with program: VerifiedExecutable) {
    admitted = program
    handle(event)
    // A request that starts nothing leaves the program unused. A later start admits it again.
    admitted = nil
  }

  /// Calls `body` once the plugin is ready, or once it is known that it will not be.
  func whenSettled(_ body: @escaping @Supervision (Status?) -> Void) {
    if isReady { return body(nil) }
    if let failure { return body(failure) }
    waiting.append(body)
  }

  /// Starts the plugin if necessary, and returns its session.
  func session() async throws -> PluginSession {
    let failure = await withCheckedContinuation { continuation in
      whenSettled { continuation.resume(returning: $0) }
      want()
    }
    if let failure { throw failure }
    guard let session = current?.session else { throw self.failure ?? .restarting(name) }
    return session
  }

  /// Uses another manifest for the next process. A running process keeps what it was given.
  func adopt(_ manifest: PluginManifest) {
    // With the new manifest, the same purpose may mean another secret, so none is kept.
    if manifest.secretPurposes != self.manifest.secretPurposes { secrets = [:] }
    self.manifest = manifest
    lifecycle.policy = manifest.policy
  }

  /// Replaces the process with a new one, and returns when calls go to the new one.
  func reload() async throws {
    try await withCheckedThrowingContinuation { continuation in
      reloads.append(continuation)
      begin(.reloadWanted) { self.endReloads(.failure($0)) }
    }
  }

  /// Makes the plugin listen on a socket, and returns when the plugin is ready. Starts the plugin,
  /// or replaces its process if it runs already.
  func listen(on socket: ListeningSocket) async throws {
    guard !isLeaving else { throw Status.hostStopping }
    listeners.append(socket)
    do {
      if lifecycle.phase == .stopped {
        _ = try await session()
      } else {
        await withCheckedContinuation { settled in whenSettled { _ in settled.resume() } }
        try await reload()
      }
    } catch {
      listeners.removeAll { $0 === socket }
      throw error
    }
  }

  /// Stops the plugin, and returns when none of its processes runs.
  func stop() async {
    isLeaving = true
    // The process still holds the sockets, and is about to be told to accept nothing more.
    listeners = []
    route.shut(.hostStopping)
    await withCheckedContinuation { continuation in
      stops.append(continuation)
      handle(.stopWanted)
      // If the plugin has stopped already, no further action says so.
      if lifecycle.phase == .stopped { becameStopped() }
    }
  }

  /// Tries again what was refused before the operator accepted the plugin.
  func becameTrusted() {
    if failures.outage != nil {
      begin(.reloadWanted) { _ in }
    } else if !listeners.isEmpty {
      want()
    }
  }

  /// Stops the plugin after the operator revoked the acceptance. Returns when none of its processes
  /// runs.
  func lostTrust() async {
    await withCheckedContinuation { continuation in
      stops.append(continuation)
      handle(.stopWanted)
    }
  }

  var isReady: Bool {
    if case .ready = lifecycle.phase { true } else { false }
  }

  /// The process that takes calls, or that is starting to take them.
  var current: RunningPlugin? {
    switch lifecycle.phase {
    case .starting(let number, _), .ready(let number): processes[number]
    case .draining: processes.max { $0.key < $1.key }?.value
    case .stopped, .backingOff, .failed: nil
    }
  }

  // MARK: Events

  func handle(_ event: PluginLifecycle.Event) {
    for action in lifecycle.handle(event, at: .now) { perform(action) }
    setTimer()
    settleIfClear()
  }

  private func setTimer() {
    let due = lifecycle.wakeUpTime
    guard due != alarm?.due else { return }
    if let alarm { SupervisionThread.shared.cancel(alarm.token) }
    alarm = due.map { due in
      let token = SupervisionThread.shared.setTimer(at: due) { [weak self] in
        Task { @Supervision in self?.ring() }
      }
      return (token, due)
    }
  }

  private func ring() {
    alarm = nil
    handle(.woke)
  }

  private func settleIfClear() {
    if isReady { resolve(nil) }
    if let failure { resolve(failure) }
  }

  private func resolve(_ failure: Status?) {
    let settled = waiting
    waiting = []
    for body in settled { body(failure) }
  }

  private var failure: Status? { failures.status(at: .now) }

  // MARK: Actions

  private func perform(_ action: PluginLifecycle.Action) {
    switch action {
    case .start(let number): start(number)
    case .check(let number): check(number)
    case .publish(let number): processes[number]?.session.map(publish)
    case .withdraw(let number): processes[number]?.session.map(route.withdraw)
    case .drain(let number): drain(number)
    case .close(let number): processes[number]?.close()
    case .terminate(let number): processes[number]?.process.signal(SIGTERM)
    case .kill(let number): processes[number]?.process.signal(SIGKILL)
    case .recordCrash(let number, let cause, let fromOutside):
      recordCrash(number, cause, fromOutside: fromOutside)
    case .backOff(let until, let unfit): backOff(until: until, unfit: unfit)
    case .reloadSucceeded:
      route.forgetSuspicions()
      endReloads(.success(()))
    case .reloadFailed(let why): endReloads(.failure(Status.reloadFailed(name, why, lastWords)))
    case .becameStopped: becameStopped()
    }
  }

  private func start(_ number: ProcessNumber) {
    failures.endOutage()
    route.expect()
    do {
      let running = try launch(number, try admitted.take() ?? admit())
      processes[number] = running
      remark("started as process \(running.process.pid)", pid: running.process.pid)
    } catch {
      let cause = failures.recordRefusal(number, error)
      // Not within the action: the lifecycle handles one event at a time.
      Task { handle(.exited(number, .notStarted(cause))) }
    }
  }

  private func check(_ number: ProcessNumber) {
    guard let running = processes[number] else { return }
    let timeout = lifecycle.policy.pingTimeout
    Task { handle(await running.ping(as: number, within: timeout)) }
  }

  private func publish(_ session: PluginSession) {
    route.publish(session)
    remark("is ready")
  }

  private func drain(_ number: ProcessNumber) {
    let report: @Sendable () -> Void = { Task { @Supervision in self.handle(.drained(number)) } }
    guard let running = processes[number] else { return report() }
    running.drain(whenIdle: report)
  }

  private func recordCrash(_ number: ProcessNumber, _ cause: String, fromOutside: Bool) {
    let running = processes[number]
    running?.crash = ProcessEnd(
      cause: cause, suspectsCalls: !fromOutside, lastWords: lastWords)
    failures.recordCrash(
      number, cause: cause, calls: running?.session?.callMethods ?? [],
      log: log.last(10).filter { $0.source != LogRing.hostSource }.map(\.text))
    remark("crashed: \(cause)", pid: running?.process.pid ?? 0)
  }

  private func backOff(until: ContinuousClock.Instant, unfit: Bool) {
    let outage = failures.beginOutage(until: until, unfit: unfit, lastWords: lastWords)
    if !outage.isShort(at: .now) { announce(outage) }
    route.rest(outage)
  }

  /// Reports an outage that is too long to wait for.
  private func announce(_ outage: Outage) {
    rejectConnections()
    let message = outage.status(at: .now).message
    remark(outage.isUnfit ? "can't serve as it is" : "is started again later")
    environment.logger.error(
      "plugin is down", metadata: ["plugin": "\(name)", "why": "\(message)"])
  }

  /// Refuses clients that connect, because no process is going to respond to them. They are refused
  /// instead of left waiting, until the plugin is started again.
  private func rejectConnections() {
    for listener in listeners { listener.refuse() }
  }

  private func endReloads(_ outcome: Result<Void, any Error>) {
    let continuations = reloads
    reloads = []
    for continuation in continuations { continuation.resume(with: outcome) }
  }

  private func becameStopped() {
    failures.endOutage()
    if isLeaving {
      log.finish()
      resolve(.hostStopping)
    } else {
      // The plugin may be started again, once it is admitted again. The next call is told whether
      // it is.
      failStart(.notTrusted(name, .needed, manifest.grants))
    }
    let continuations = stops
    stops = []
    for continuation in continuations { continuation.resume() }
  }

  private var lastWords: LastWords { failures.lastWords(in: log) }

  /// Adds a remark about the plugin to its log.
  func remark(_ text: String, pid: Int32 = 0) {
    log.append(LogLine(time: .now, source: LogRing.hostSource, text: text, pid: pid))
    environment.logger.debug(
      "plugin \(text)", metadata: ["plugin": "\(name)", "process": "\(pid)"])
  }

  /// Handles the end of a process that has been reaped.
  func ended(_ number: ProcessNumber, _ cause: ExitCause) {
    guard let running = processes[number] else { return }
    if let reading = running.process.lastReading {
      route.recorder.recordEnd(reading, at: .now)
    }
    if cause != .exited(status: 0) { environment.clearStaleReaders() }
    let serving = running.listens || running.session?.callMethods.isEmpty == false
    handle(.exited(number, cause, serving: serving))
    running.session?.ended(
      running.crash
        ?? ProcessEnd(
          cause: cause.description, suspectsCalls: cause.isFault, lastWords: lastWords))
    running.connection.close()
    processes[number] = nil
    remark("process ended: \(cause)", pid: running.process.pid)
  }
}
