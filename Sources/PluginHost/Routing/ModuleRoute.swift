internal import IPC
internal import Synchronization

/// The way to one module: to the process that takes calls now, or into the queue for the next.
final class ModuleRoute: Sendable {
  fileprivate enum Availability {
    /// Nothing runs: the next call wakes the module.
    case idle
    /// A process is on its way.
    case expected
    case ready(ModuleSession)
    case down(Status)
  }

  fileprivate struct State {
    var availability = Availability.idle
    var waiting: [RelayedCall] = []
  }

  /// The module's name.
  let name: String
  private let wake: @Sendable () -> Void
  private let state = Mutex(State())

  /// `wake` is called when a call finds the module idle.
  init(name: String, wake: @escaping @Sendable () -> Void) {
    self.name = name
    self.wake = wake
  }

  /// The session that takes calls now.
  var session: ModuleSession? {
    state.withLock { state in
      guard case .ready(let session) = state.availability else { return nil }
      return session
    }
  }

  private enum Verdict {
    case open(ModuleSession)
    case wait(waking: Bool)
    case refuse(Status)
  }

  /// Brings a call on its way, now or when the module is ready.
  func carry(_ call: RelayedCall) {
    let verdict = state.withLock { state -> Verdict in
      switch state.availability {
      case .ready(let session): return .open(session)
      case .down(let status): return .refuse(status)
      case .idle:
        state.availability = .expected
        state.waiting.append(call)
        return .wait(waking: true)
      case .expected:
        state.waiting.append(call)
        return .wait(waking: false)
      }
    }
    switch verdict {
    case .open(let session): call.open(on: session)
    case .refuse(let status): call.finish(CallEnd(status: status))
    case .wait(let waking):
      call.watchDeadline()
      if waking { wake() }
    }
  }

  /// Someone who waits needs no answer any more.
  func forget(_ call: RelayedCall) {
    state.withLock { $0.waiting.removeAll { $0 === call } }
  }

  /// New calls go to `session` from now on, those that waited first.
  func publish(_ session: ModuleSession) {
    let waiting = state.withLock { state in
      state.availability = .ready(session)
      return state.takeWaiting()
    }
    for call in waiting { call.open(on: session) }
  }

  /// No new calls go to `session`; if nothing replaced it yet, they wait for what will.
  func withdraw(_ session: ModuleSession) {
    state.withLock { state in
      guard case .ready(session) = state.availability else { return }
      state.availability = .expected
    }
  }

  /// A process is on its way, whatever was before.
  func expect() {
    state.withLock { state in
      if case .ready = state.availability { return }
      state.availability = .expected
    }
  }

  /// Calls are refused until something is expected again.
  func shut(_ status: Status) {
    end(leaving: .down(status), status)
  }

  /// Refuses the calls that wait now; the next one tries anew.
  func refuseWaiting(_ status: Status) {
    end(leaving: .idle, status)
  }

  private func end(leaving availability: Availability, _ status: Status) {
    let waiting = state.withLock { state in
      state.availability = availability
      return state.takeWaiting()
    }
    for call in waiting { call.finish(CallEnd(status: status)) }
  }
}

extension ModuleRoute.State {
  fileprivate mutating func takeWaiting() -> [RelayedCall] {
    defer { waiting = [] }
    return waiting
  }
}

private func ~= (pattern: ModuleSession, value: ModuleSession) -> Bool { pattern === value }
