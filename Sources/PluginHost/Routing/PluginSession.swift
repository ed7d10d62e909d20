internal import IPC
internal import Synchronization

/// A plugin's process as calls see it, from its Welcome to its end.
final class PluginSession: Sendable {
  private struct State {
    var calls: [ObjectIdentifier: String] = [:]
    var lostCalls: [String] = []
    var isRetired = false
    var whenIdle: (@Sendable () -> Void)?
    /// How the process ended; `nil` until that is known.
    var end: ProcessEnd?
    var awaitingEnd: [@Sendable (ProcessEnd) -> Void] = []
  }

  let connection: Connection
  let methods: PluginMethods
  private let state = Mutex(State())

  init(connection: Connection, methods: PluginMethods) {
    self.connection = connection
    self.methods = methods
  }

  /// Adds a call. Returns false if the session takes no more calls: the call must then go
  /// elsewhere.
  func begin(_ attempt: ProxiedCall.Attempt, method: String) -> Bool {
    state.withLock { state in
      guard !state.isRetired else { return false }
      state.calls[ObjectIdentifier(attempt)] = method
      return true
    }
  }

  /// Removes a call. Remembers a `lost` call for the crash report.
  func finish(_ attempt: ProxiedCall.Attempt, lost: Bool = false) {
    let idle = state.withLock { state -> (@Sendable () -> Void)? in
      let method = state.calls.removeValue(forKey: ObjectIdentifier(attempt))
      if lost, let method { state.lostCalls.append(method) }
      guard state.calls.isEmpty else { return nil }
      return state.whenIdle.take()
    }
    idle?()
  }

  /// Takes no more calls, and calls `whenIdle` once the current calls have ended.
  func retire(whenIdle: @escaping @Sendable () -> Void) {
    let isIdle = state.withLock { state in
      state.isRetired = true
      guard !state.calls.isEmpty else { return true }
      state.whenIdle = whenIdle
      return false
    }
    if isIdle { whenIdle() }
  }

  var callsInFlight: Int { state.withLock(\.calls.count) }

  /// The methods of the calls that the process serves, or served when it was lost.
  var callMethods: [String] {
    state.withLock { ($0.lostCalls + $0.calls.values).sorted() }
  }

  /// Calls `body` with how the process ended, as soon as that is known.
  func whenEnded(_ body: @escaping @Sendable (ProcessEnd) -> Void) {
    let end = state.withLock { state in
      if state.end == nil { state.awaitingEnd.append(body) }
      return state.end
    }
    if let end { body(end) }
  }

  /// Records how the process ended, and passes that to the closures that wait for it.
  func ended(_ end: ProcessEnd) {
    let awaiting = state.withLock { state in
      state.end = end
      defer { state.awaitingEnd = [] }
      return state.awaitingEnd
    }
    for body in awaiting { body(end) }
  }
}

/// The end of a plugin's process, as its calls are told.
struct ProcessEnd: Hashable, Sendable {
  /// The cause, such as "signal 11 (SIGSEGV)".
  var cause: String
  /// Whether one of the calls that the process served may have caused its end. No call has when the
  /// process was killed from outside.
  var suspectsCalls: Bool
  var lastWords = LastWords.kept
}
