internal import Dispatch
internal import Glibc
internal import Synchronization

/// The signals SIGINT and SIGTERM, turned into a request to stop. A command can then end in order:
/// its own host must stop its plugins first.
final class Interruptions: Sendable {
  private struct State {
    var signal: Int32?
    var onSignal: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())
  /// Keeps the sources alive as long as signals are handled. Not used after `init`, so two threads
  /// never use a source at the same time.
  private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

  init(signals: [Int32] = [SIGINT, SIGTERM]) {
    let queue = DispatchQueue(label: "steward.interruptions")
    // Dispatch installs its handler a moment after `activate`. Until then a signal ends the process
    // at once, which is safe because nothing has begun. If the signal were ignored, it would be
    // lost, and the host would never stop.
    sources = signals.map { DispatchSource.makeSignalSource(signal: $0, queue: queue) }
    for (number, source) in zip(signals, sources) {
      source.setEventHandler { [weak self] in self?.received(number) }
      source.activate()
    }
  }

  /// The first signal that arrived; nil if none has arrived.
  var signal: Int32? { state.withLock(\.signal) }

  /// Calls `action` at the first signal, or at once if the signal has already arrived.
  func onSignal(_ action: @escaping @Sendable () -> Void) {
    let came = state.withLock { state in
      state.onSignal = action
      return state.signal != nil
    }
    if came { action() }
  }

  private func received(_ number: Int32) {
    let (isFirst, action) = state.withLock { state in
      let isFirst = state.signal == nil
      state.signal = state.signal ?? number
      return (isFirst, state.onSignal)
    }
    // A user who sends a second signal does not want to wait for the cleanup.
    guard isFirst else { _exit(128 + number) }
    action?()
  }
}
