internal import Logging
internal import Store
internal import Synchronization

/// Remembers where the log of the store stands, so that whatever happens to the files is noticed.
///
/// At the end of the host, and every minute until then: so a host that is killed has not forgotten much.
final class LogMemory: Sendable {
  private struct State {
    var alarm: SupervisionThread.AlarmToken?
    var isStopped = false
  }

  private let store: Store
  private let checkpoint: String
  private let interval: Duration
  private let logger: Logger
  private let state = Mutex(State())

  init(of store: Store, at checkpoint: String, every interval: Duration, logger: Logger) {
    self.store = store
    self.checkpoint = checkpoint
    self.interval = interval
    self.logger = logger
  }

  /// Says whether the log is still what is remembered, and begins.
  func start() {
    do {
      if let known = try store.checkpoint(at: checkpoint), try !store.hasReached(known) {
        logger.error("the log was cut off or written anew; see: steward audit verify")
      }
    } catch {
      logger.error("the log can't be compared with what it was", metadata: ["error": "\(error)"])
    }
    setAlarm()
  }

  private func setAlarm() {
    state.withLock { state in
      guard !state.isStopped else { return }
      state.alarm = SupervisionThread.shared.setAlarm(at: .now + interval) { [weak self] in
        self?.remember()
        self?.setAlarm()
      }
    }
  }

  private func remember() {
    do {
      try store.advanceCheckpoint(at: checkpoint)
    } catch {
      logger.warning("the audit checkpoint stays as it was", metadata: ["error": "\(error)"])
    }
  }

  /// Remembers a last time, where a slow disk holds up no calls.
  @Supervision
  func stop() {
    let alarm = state.withLock { state in
      state.isStopped = true
      return state.alarm
    }
    if let alarm { SupervisionThread.shared.cancel(alarm) }
    remember()
  }
}
