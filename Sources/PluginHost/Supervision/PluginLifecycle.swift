/// The state of one plugin: it receives events and returns actions.
///
/// It does no I/O, starts no timer and knows no clock. Each start of a process gets a number, so
/// that a late event of an earlier process is distinguished from an event of the current one. At
/// most one process is current. During a reload there is a candidate beside it. Processes that were
/// replaced or told to stop are retiring.
struct PluginLifecycle: Sendable {
  typealias Instant = ContinuousClock.Instant
  typealias ProcessNumber = Int

  enum Phase: Hashable, Sendable {
    case stopped
    case starting(ProcessNumber, until: Instant)
    case ready(ProcessNumber)
    /// The plugin was told to stop; `retiring` contains the progress of its processes.
    case draining
    case backingOff(until: Instant)
    /// The plugin can't serve as it is, so that a restart alone may not help. It is started again
    /// all the same.
    case failed(until: Instant)
  }

  enum Event: Hashable, Sendable {
    /// The plugin is needed.
    case wanted
    case welcomed(ProcessNumber)
    case pinged(ProcessNumber)
    /// The process can't be used: it hangs, or broke the protocol. It is `unfit` when a restart
    /// alone is unlikely to help.
    case unhealthy(ProcessNumber, String, unfit: Bool = false)
    /// `serving` says that the process had calls, or clients that connected to it.
    case exited(ProcessNumber, ExitCause, serving: Bool = false)
    /// The process closed its channel. Its end should follow.
    case hungUp(ProcessNumber)
    /// The process itself said that it takes no new calls.
    case leaving(ProcessNumber)
    /// A retiring process has no calls left.
    case drained(ProcessNumber)
    case reloadWanted
    case stopWanted
    /// The time `wakeUpTime` has been reached.
    case woke
  }

  enum Action: Hashable, Sendable {
    case start(ProcessNumber)
    /// Ping the process, and report `pinged` or `unhealthy`.
    case check(ProcessNumber)
    /// Send new calls to the process from now on.
    case publish(ProcessNumber)
    /// Send no new calls to the process.
    case withdraw(ProcessNumber)
    /// Report `drained` when the calls of the process have ended.
    case drain(ProcessNumber)
    /// Say goodbye and close the pipes of the process: it should end by itself.
    case close(ProcessNumber)
    case terminate(ProcessNumber)
    case kill(ProcessNumber)
    /// `fromOutside` says that no call of the process is to blame.
    case recordCrash(ProcessNumber, cause: String, fromOutside: Bool = false)
    /// The plugin is down until that time: tell every caller that doesn't wait so long.
    case backOff(until: Instant, unfit: Bool = false)
    case reloadSucceeded
    case reloadFailed(String)
    case becameStopped
  }

  enum Retirement: Hashable, Sendable {
    case draining(until: Instant)
    case closing(until: Instant, killAt: Instant)
    case terminating(until: Instant)
    case killed
  }

  /// The time limits. A change takes effect with the next step.
  var policy: LifecyclePolicy
  private(set) var phase = Phase.stopped
  /// The process that a reload tries, and the time by which it must have sent its Welcome.
  private(set) var candidate: (number: ProcessNumber, until: Instant)?
  private(set) var retiring: [ProcessNumber: Retirement] = [:]
  /// The number of times that a process was started again after a crash.
  private(set) var restarts = 0

  private var backoff = CrashBackoff()
  private var readySince: Instant?
  private var verdicts: [ProcessNumber: (reason: String, unfit: Bool)] = [:]
  /// The time until which a process that closed its channel may end by itself. Such an end says
  /// more about the cause.
  private var hangUps: [ProcessNumber: Instant] = [:]
  private var nextPing: Instant?
  private var lastNumber: ProcessNumber = 0
  private var reloading = false
  private let chance: @Sendable () -> Double

  init(
    policy: LifecyclePolicy, chance: @escaping @Sendable () -> Double = { .random(in: 0...1) }
  ) {
    self.policy = policy
    self.chance = chance
  }

  /// The time at which the event `woke` is due next.
  var wakeUpTime: Instant? {
    var times = retiring.values.compactMap(\.deadline) + hangUps.values
    switch phase {
    case .starting(let number, let until) where verdicts[number] == nil: times.append(until)
    case .backingOff(let until), .failed(let until): times.append(until)
    case .ready: times += [nextPing].compactMap { $0 }
    default: break
    }
    if let candidate, verdicts[candidate.number] == nil { times.append(candidate.until) }
    return times.min()
  }

  mutating func handle(_ event: Event, at now: Instant) -> [Action] {
    switch event {
    case .wanted: phase == .stopped ? start(at: now) : []
    case .welcomed(let number): welcomed(number, at: now)
    case .pinged(let number): pinged(number, at: now)
    case .unhealthy(let number, let reason, let unfit):
      condemn(number, because: reason, unfit: unfit)
    case .hungUp(let number): hungUp(number, until: now + policy.hangUpGrace)
    case .leaving(let number): hungUp(number, until: now + policy.drainTimeout)
    case .exited(let number, let cause, let serving):
      exited(number, cause, serving: serving, at: now)
    case .drained(let number): drained(number, at: now)
    case .reloadWanted: reload(at: now)
    case .stopWanted: stop(at: now)
    case .woke: woke(at: now)
    }
  }
}

extension PluginLifecycle.Retirement {
  var deadline: PluginLifecycle.Instant? {
    switch self {
    case .draining(let until), .closing(let until, _), .terminating(let until): until
    case .killed: nil
    }
  }
}

/// An end of a process that was not requested.
private struct Crash {
  let reason: String
  let isUnfit: Bool
  let circumstance: CrashBackoff.Circumstance

  init(_ cause: ExitCause, verdict: (reason: String, unfit: Bool)?, serving: Bool) {
    reason = verdict?.reason ?? cause.description
    isUnfit = if case .notStarted = cause { true } else { verdict?.unfit ?? false }
    circumstance =
      verdict == nil && cause.isFromOutside ? .killed : serving ? .serving : .alone
  }

  func record(of number: PluginLifecycle.ProcessNumber) -> PluginLifecycle.Action {
    .recordCrash(number, cause: reason, fromOutside: circumstance == .killed)
  }
}

// MARK: - Start and reload

extension PluginLifecycle {
  private mutating func newNumber() -> ProcessNumber {
    lastNumber += 1
    return lastNumber
  }

  private mutating func start(at now: Instant) -> [Action] {
    let number = newNumber()
    phase = .starting(number, until: now + policy.startTimeout)
    return [.start(number)]
  }

  private mutating func welcomed(_ number: ProcessNumber, at now: Instant) -> [Action] {
    if candidate?.number == number { return [.check(number)] }
    guard case .starting(number, _) = phase, verdicts[number] == nil else { return [] }
    return becomeReady(number, at: now)
  }

  private mutating func pinged(_ number: ProcessNumber, at now: Instant) -> [Action] {
    if candidate?.number == number { return promote(number, at: now) }
    switch phase {
    case .starting(number, _):
      // This was a candidate, and its predecessor died while the candidate was being checked.
      return verdicts[number] == nil ? becomeReady(number, at: now) : []
    case .ready(number):
      nextPing = now + policy.pingInterval
      return []
    default:
      return []
    }
  }

  private mutating func becomeReady(_ number: ProcessNumber, at now: Instant) -> [Action] {
    phase = .ready(number)
    readySince = now
    nextPing = now + policy.pingInterval
    return [.publish(number)] + endReload(.reloadSucceeded)
  }

  /// Makes the candidate current, because it is healthy. Calls move to it, and the old process
  /// retires.
  private mutating func promote(_ number: ProcessNumber, at now: Instant) -> [Action] {
    guard verdicts[number] == nil else { return [] }
    candidate = nil
    var old: ProcessNumber?
    if case .ready(let current) = phase { old = current }
    let ready = becomeReady(number, at: now)
    return ready + (old.map { retire($0, by: now + policy.drainTimeout) } ?? [])
  }

  private mutating func reload(at now: Instant) -> [Action] {
    reloading = true
    switch phase {
    case .ready:
      guard candidate == nil else { return [] }
      let number = newNumber()
      candidate = (number, now + policy.startTimeout)
      return [.start(number)]
    case .stopped, .backingOff, .failed:
      backoff = CrashBackoff()
      return start(at: now)
    case .starting:
      return []  // That process is the new one.
    case .draining:
      return endReload(.reloadFailed("it is being stopped"))
    }
  }

  private mutating func endReload(_ outcome: Action) -> [Action] {
    defer { reloading = false }
    return reloading ? [outcome] : []
  }
}

// MARK: - Stop and crash

extension PluginLifecycle {
  private mutating func condemn(
    _ number: ProcessNumber, because reason: String, unfit: Bool = false
  ) -> [Action] {
    guard isAlive(number), verdicts[number] == nil else { return [] }
    verdicts[number] = (reason, unfit)
    hangUps[number] = nil
    // Withdrawn at once: its end may take a moment, and no call should go to it meanwhile.
    return phase == .ready(number) ? [.withdraw(number), .kill(number)] : [.kill(number)]
  }

  private mutating func hungUp(_ number: ProcessNumber, until: Instant) -> [Action] {
    guard isAlive(number), retiring[number] == nil, verdicts[number] == nil else { return [] }
    hangUps[number] = min(until, hangUps[number] ?? until)
    return phase == .ready(number) ? [.withdraw(number)] : []
  }

  private func isAlive(_ number: ProcessNumber) -> Bool {
    switch phase {
    case .starting(number, _), .ready(number): true
    default: candidate?.number == number || retiring[number] != nil
    }
  }

  private mutating func exited(
    _ number: ProcessNumber, _ cause: ExitCause, serving: Bool, at now: Instant
  ) -> [Action] {
    let verdict = verdicts.removeValue(forKey: number)
    hangUps[number] = nil
    if retiring.removeValue(forKey: number) != nil { return stoppedIfLast() }
    let crash = Crash(cause, verdict: verdict, serving: serving)
    if candidate?.number == number {
      candidate = nil
      return [crash.record(of: number)] + endReload(.reloadFailed(crash.reason))
    }
    switch phase {
    case .starting(number, _):
      return crashed(number, crash, service: nil, at: now)
    case .ready(number):
      let service = readySince.map { now - $0 }
      return [.withdraw(number)] + crashed(number, crash, service: service, at: now)
    default:
      return []  // The process no longer counts.
    }
  }

  private mutating func crashed(
    _ number: ProcessNumber, _ crash: Crash, service: Duration?, at now: Instant
  ) -> [Action] {
    let record = crash.record(of: number)
    let delay = backoff.next(
      after: crash.circumstance, service: service, policy: policy, chance: chance())
    if let candidate {
      // A reload was in progress: the process that it tries is now the only one.
      self.candidate = nil
      phase = .starting(candidate.number, until: candidate.until)
      return [record]
    }
    let until = now + delay
    phase = crash.isUnfit ? .failed(until: until) : .backingOff(until: until)
    return [record] + endReload(.reloadFailed(crash.reason))
      + [.backOff(until: until, unfit: crash.isUnfit)]
  }

  private mutating func retire(_ number: ProcessNumber, by deadline: Instant) -> [Action] {
    retiring[number] = .draining(until: deadline)
    return [.withdraw(number), .drain(number)]
  }

  private mutating func drained(_ number: ProcessNumber, at now: Instant) -> [Action] {
    guard case .draining = retiring[number] else { return [] }
    return close(number, at: now)
  }

  private mutating func close(_ number: ProcessNumber, at now: Instant) -> [Action] {
    let patience = min(policy.hangUpGrace, policy.stopTimeout / 2)
    retiring[number] = .closing(until: now + patience, killAt: now + policy.stopTimeout)
    return [.close(number)]
  }

  private mutating func stop(at now: Instant) -> [Action] {
    guard phase != .draining else { return [] }
    var actions = endReload(.reloadFailed("it is being stopped"))
    if let candidate {
      self.candidate = nil
      actions += close(candidate.number, at: now)
    }
    switch phase {
    case .ready(let number): actions += retire(number, by: now + policy.stopDrainTimeout)
    case .starting(let number, _): actions += close(number, at: now)
    case .stopped, .draining, .backingOff, .failed: break
    }
    phase = .draining
    return actions + stoppedIfLast()
  }

  private mutating func stoppedIfLast() -> [Action] {
    guard phase == .draining, retiring.isEmpty else { return [] }
    phase = .stopped
    return [.becameStopped]
  }
}

// MARK: - Time

extension PluginLifecycle {
  private mutating func woke(at now: Instant) -> [Action] {
    wokeCurrent(at: now) + wokeCandidate(at: now) + wokeRetiring(at: now) + wokeHungUp(at: now)
  }

  private mutating func wokeHungUp(at now: Instant) -> [Action] {
    let due = hangUps.filter { $0.value <= now }.keys.sorted()
    return due.flatMap {
      condemn($0, because: "closed its channel but kept running")
    }
  }

  private mutating func wokeCurrent(at now: Instant) -> [Action] {
    switch phase {
    case .starting(let number, let until) where now >= until:
      return condemn(number, because: silence)
    case .backingOff(let until) where now >= until, .failed(let until) where now >= until:
      restarts += 1
      return start(at: now)
    case .ready(let number):
      guard let due = nextPing, now >= due else { return [] }
      nextPing = nil  // The next ping waits for the response to this one.
      return [.check(number)]
    default:
      return []
    }
  }

  private mutating func wokeCandidate(at now: Instant) -> [Action] {
    guard let candidate, now >= candidate.until else { return [] }
    return condemn(candidate.number, because: silence)
  }

  private mutating func wokeRetiring(at now: Instant) -> [Action] {
    var actions: [Action] = []
    for number in retiring.keys.sorted() {
      switch retiring[number] {
      case .draining(let until) where now >= until:
        actions += close(number, at: now)
      case .closing(let until, let killAt) where now >= until:
        retiring[number] = .terminating(until: killAt)
        actions.append(.terminate(number))
      case .terminating(let until) where now >= until:
        retiring[number] = .killed
        actions.append(.kill(number))
      default:
        break
      }
    }
    return actions
  }

  private var silence: String { "sent no Welcome within \(policy.startTimeout)" }
}
