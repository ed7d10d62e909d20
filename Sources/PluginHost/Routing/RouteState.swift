internal import DequeModule
internal import IPC
internal import Status

/// The state of the route to one plugin: a value that uses no threads.
struct RouteState {
  enum Availability {
    /// No process runs. The next call wakes the plugin.
    case idle
    /// A process is being started.
    case expected
    /// A process will be started when the outage is over.
    case resting(Outage)
    case ready(PluginSession)
    case down(Status)
  }

  /// The decision about a call.
  enum Placement {
    /// `alone` says that no other call goes to the process until the probation of this call ends.
    case open(PluginSession, alone: Bool)
    case wait(waking: Bool)
    case refuse(Status)
    case refuseAsPoison(until: ContinuousClock.Instant)
  }

  var availability = Availability.idle
  var waiting: Deque<ProxiedCall> = []
  /// The waiting calls that may have ended a process. They are served first, one by one. A call
  /// that ends its process again is thus recognized, and no other call is lost with it.
  var suspects: Deque<ProxiedCall> = []
  var suspicions = Suspicions()
  private var alone: ProxiedCall?

  mutating func place(_ call: ProxiedCall, isSuspect: Bool) -> Placement {
    switch availability {
    case .ready(let session): return admit(call, isSuspect: isSuspect, to: session)
    case .down(let status): return .refuse(status)
    case .resting(let outage):
      let now = ContinuousClock.now
      guard outage.isWorthWaiting(until: call.deadline, at: now) else {
        return .refuse(outage.status(at: now))
      }
      return wait(call, isSuspect: isSuspect)
    case .expected: return wait(call, isSuspect: isSuspect)
    case .idle:
      availability = .expected
      return wait(call, isSuspect: isSuspect, waking: true)
    }
  }

  private mutating func admit(
    _ call: ProxiedCall, isSuspect: Bool, to session: PluginSession
  ) -> Placement {
    // This is nearly always true.
    if suspicions.isEmpty, alone == nil, !isSuspect { return .open(session, alone: false) }
    var isSuspect = isSuspect
    let now = ContinuousClock.now
    suspicions.forgetOld(at: now)
    switch suspicions.verdict(on: call.header, at: now) {
    case .free: break
    case .suspect: isSuspect = true
    case .poison(let until): return .refuseAsPoison(until: until)
    }
    guard alone == nil else { return wait(call, isSuspect: isSuspect) }
    if isSuspect { alone = call }
    return .open(session, alone: isSuspect)
  }

  private mutating func wait(
    _ call: ProxiedCall, isSuspect: Bool, waking: Bool = false
  ) -> Placement {
    if isSuspect { suspects.append(call) } else { waiting.append(call) }
    return .wait(waking: waking)
  }

  /// Starts an outage. Returns the calls that don't wait until it is over.
  mutating func rest(_ outage: Outage, at now: ContinuousClock.Instant) -> [ProxiedCall] {
    availability = .resting(outage)
    let calls = takeWaiting()
    let isPatient = { (call: ProxiedCall) in outage.isWorthWaiting(until: call.deadline, at: now) }
    suspects = Deque(calls.lazy.filter { $0.isSuspect && isPatient($0) })
    waiting = Deque(calls.lazy.filter { !$0.isSuspect && isPatient($0) })
    return calls.filter { !isPatient($0) }
  }

  /// Removes and returns the call that a process may have next; `nil` if there is none.
  mutating func nextInLine() -> ProxiedCall? {
    guard alone == nil, case .ready = availability else { return nil }
    return suspects.popFirst() ?? waiting.popFirst()
  }

  mutating func endProbation(of call: ProxiedCall) -> Bool {
    guard alone === call else { return false }
    alone = nil
    return true
  }

  mutating func takeWaiting() -> [ProxiedCall] {
    defer { (suspects, waiting) = ([], []) }
    return Array(suspects) + waiting
  }
}

func ~= (pattern: PluginSession, value: PluginSession) -> Bool { pattern === value }
