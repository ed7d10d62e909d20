internal import IPC
internal import Status

/// Where the calls of one plugin go: a value that knows no thread.
struct RouteState {
  enum Availability {
    /// Nothing runs: the next call wakes the plugin.
    case idle
    /// A process is on its way.
    case expected
    /// A process will be on its way, when the outage is over.
    case resting(Outage)
    case ready(PluginSession)
    case down(Status)
  }

  /// What becomes of a call.
  enum Placement {
    /// `alone`: no other call goes to the process until this one's probation ends.
    case open(PluginSession, alone: Bool)
    case wait(waking: Bool)
    case refuse(Status)
    case refuseAsPoison(until: ContinuousClock.Instant)
  }

  var availability = Availability.idle
  var waiting: [ProxiedCall] = []
  /// Those of the waiting calls by which a process may have died. They come first, one by one, so
  /// that the one which ends its process again shows itself, and takes no other call with it.
  var suspects: [ProxiedCall] = []
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
    // Nearly always.
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

  /// Returns the calls that don't wait until the outage is over.
  mutating func rest(_ outage: Outage, at now: ContinuousClock.Instant) -> [ProxiedCall] {
    availability = .resting(outage)
    let calls = takeWaiting()
    let isPatient = { (call: ProxiedCall) in outage.isWorthWaiting(until: call.deadline, at: now) }
    suspects = calls.filter { $0.isSuspect && isPatient($0) }
    waiting = calls.filter { !$0.isSuspect && isPatient($0) }
    return calls.filter { !isPatient($0) }
  }

  /// Takes the call that a process may have next, if it may have one.
  mutating func nextInLine() -> ProxiedCall? {
    guard alone == nil, case .ready = availability else { return nil }
    if !suspects.isEmpty { return suspects.removeFirst() }
    return waiting.isEmpty ? nil : waiting.removeFirst()
  }

  mutating func endProbation(of call: ProxiedCall) -> Bool {
    guard alone === call else { return false }
    alone = nil
    return true
  }

  mutating func takeWaiting() -> [ProxiedCall] {
    defer { (suspects, waiting) = ([], []) }
    return suspects + waiting
  }
}

func ~= (pattern: PluginSession, value: PluginSession) -> Bool { pattern === value }
