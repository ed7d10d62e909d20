internal import Logging
internal import Store
internal import Synchronization

/// Records the position of the log of the store, so that a log that is cut off or rewritten later
/// is noticed.
///
/// It records the position when the host stops, and at an interval until then (by default every
/// minute), so that a host that is killed loses little.
final class CheckpointWriter: Sendable {
  private struct State {
    var alarm: TimerQueue.Token?
    var isStopped = false
  }

  private let store: Store
  private let checkpoint: String
  private let interval: Duration
  private let seal: @Sendable () async throws -> CheckpointSeal
  private let shipper: CheckpointShipper?
  private let logger: Logger
  private let state = Mutex(State())

  /// - Parameters:
  ///   - seal: Returns the seal that authenticates checkpoints. Throws if the master key is
  ///     missing.
  ///   - shipper: Ships each new checkpoint to a place that a user who controls the disk can't
  ///     reach.
  init(
    of store: Store, at checkpoint: String, every interval: Duration, shipper: CheckpointShipper?,
    logger: Logger, under seal: @escaping @Sendable () async throws -> CheckpointSeal
  ) {
    self.store = store
    self.checkpoint = checkpoint
    self.interval = interval
    self.shipper = shipper
    self.logger = logger
    self.seal = seal
  }

  /// Logs an error if the log no longer contains the recorded position, and starts the timer.
  func start() async {
    do {
      if let known = try await store.checkpoint(at: checkpoint, under: seal()),
        try !store.hasReached(known.position)
      {
        logger.error("the log was cut off or rewritten; see: steward audit verify")
      }
    } catch {
      logger.error("the log can't be compared with its checkpoint", metadata: ["error": "\(error)"])
    }
    setTimer()
  }

  private func setTimer() {
    state.withLock { state in
      guard !state.isStopped else { return }
      state.alarm = SupervisionThread.shared.setTimer(at: .now + interval) { [weak self] in
        guard let self else { return }
        Task { @Supervision in await self.ring() }
      }
    }
  }

  @Supervision
  private func ring() async {
    if let checkpoint = await remember() { ship(checkpoint) }
    setTimer()
  }

  /// Records the position on a thread where a slow disk delays no calls.
  @Supervision
  private func remember() async -> SealedCheckpoint? {
    do {
      return try await store.advanceCheckpoint(at: checkpoint, under: seal())
    } catch {
      logger.warning("the audit checkpoint can't be advanced", metadata: ["error": "\(error)"])
      return nil
    }
  }

  /// Ships a checkpoint in a task of its own, so that recording here doesn't wait for delivery
  /// elsewhere.
  private func ship(_ checkpoint: SealedCheckpoint) {
    guard let shipper else { return }
    Task { await shipper.ship(checkpoint) }
  }

  /// Stops the timer, and records and ships the position a last time.
  @Supervision
  func stop() async {
    let alarm = state.withLock { state in
      state.isStopped = true
      return state.alarm
    }
    if let alarm { SupervisionThread.shared.cancel(alarm) }
    if let checkpoint = await remember() { await shipper?.ship(checkpoint) }
  }
}
