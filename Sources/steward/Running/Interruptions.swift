internal import Dispatch
internal import Glibc
internal import Synchronization

/// Turns SIGINT and SIGTERM into a wish to stop, so that a command ends in order: a host that is
/// its own must stop its plugins first.
final class Interruptions: Sendable {
  private struct State {
    var signal: Int32?
    var onSignal: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())
  /// Kept alive for as long as signals are wanted. Not touched after `init`, so that no two threads
  /// ever use one.
  private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

  init(signals: [Int32] = [SIGINT, SIGTERM]) {
    let queue = DispatchQueue(label: "steward.interruptions")
    // Dispatch installs its handler a moment after `activate`. Until then a signal ends us at once, as
    // nothing has begun; if it were ignored, it would be lost, and the host would never stop.
    sources = signals.map { DispatchSource.makeSignalSource(signal: $0, queue: queue) }
    for (number, source) in zip(signals, sources) {
      source.setEventHandler { [weak self] in self?.received(number) }
      source.activate()
    }
  }

  /// The signal that came, if one came.
  var signal: Int32? { state.withLock(\.signal) }

  /// Calls `action` with the first signal, or at once if that has come already.
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
    // Whoever asks twice does not want to wait for the tidying up.
    guard isFirst else { _exit(128 + number) }
    action?()
  }
}
