internal import Logging
internal import Store
internal import Synchronization

/// Remembers where the log of the store stands, so that whatever happens to the files is noticed.
///
/// At the end of the host, and every minute until then: so a host that is killed has not forgotten
/// much.
final class CheckpointWriter: Sendable {
  private struct State {
    var alarm: SupervisionThread.TimerToken?
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
  ///   - seal: Returns what authenticates checkpoints, if the master key is there.
  ///   - shipper: Brings each new checkpoint to where who has the disk doesn't reach it.
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

  /// Says whether the log is still what is remembered, and begins.
  func start() async {
    do {
      if let known = try await store.checkpoint(at: checkpoint, under: seal()),
        try !store.hasReached(known.position)
      {
        logger.error("the log was cut off or written anew; see: steward audit verify")
      }
    } catch {
      logger.error("the log can't be compared with what it was", metadata: ["error": "\(error)"])
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

  /// Remembers on a thread where a slow disk holds up no calls.
  @Supervision
  private func remember() async -> SealedCheckpoint? {
    do {
      return try await store.advanceCheckpoint(at: checkpoint, under: seal())
    } catch {
      logger.warning("the audit checkpoint stays as it was", metadata: ["error": "\(error)"])
      return nil
    }
  }

  /// In a task of its own: what is remembered here doesn't wait for what is kept elsewhere.
  private func ship(_ checkpoint: SealedCheckpoint) {
    guard let shipper else { return }
    Task { await shipper.ship(checkpoint) }
  }

  /// Remembers a last time.
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
