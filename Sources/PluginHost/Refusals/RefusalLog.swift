internal import Logging
internal import Store
internal import StoreProtos
internal import Synchronization
internal import WellKnownTypes

/// A writer of refused calls into the log of the store. It writes one event per interval for each
/// kind of refusal, with the number of calls.
final class RefusalLog: Sendable {
  private struct State {
    var tally = RefusalTally()
    /// The timer, which is set while there are counted refusals that are not written yet.
    var alarm: TimerQueue.Token?
  }

  /// Weak, because the host owns the store and releases it when it stops, while clients may still
  /// hold the router.
  private weak let store: Store?
  private let interval: Duration
  private let logger: Logger
  private let state = Mutex(State())

  init(in store: Store, every interval: Duration, logger: Logger) {
    self.store = store
    self.interval = interval
    self.logger = logger
  }

  /// Counts a refusal. Never waits.
  func note(_ refusal: Refusal) {
    state.withLock { state in
      state.tally.note(refusal, at: .now)
      guard state.alarm == nil else { return }
      state.alarm = SupervisionThread.shared.setTimer(at: .now + interval) { [weak self] in
        guard let self else { return }
        Task { await self.write() }
      }
    }
  }

  /// Writes the counted refusals, in one commit.
  func write() async {
    let counted = state.withLock { state in
      if let alarm = state.alarm.take() { SupervisionThread.shared.cancel(alarm) }
      return state.tally.take()
    }
    guard let store, !counted.isEmpty else { return }
    let change = Change(actor: "host/steward", plugin: "host", method: "")
    do {
      try await store.write(change) { tx in
        for (refusal, count) in counted { try tx.record(refusal, count) }
      }
    } catch {
      let calls = counted.reduce(0) { $0 &+ $1.count.count }
      logger.error(
        "refused calls are not in the audit log",
        metadata: ["calls": "\(calls)", "error": "\(error)"])
    }
  }
}

extension WriteTransaction {
  fileprivate mutating func record(_ refusal: Refusal, _ count: RefusalTally.Count) throws {
    try record(
      RefusedCalls(
        count: count.count, first: count.first, last: count.last, reason: refusal.reason,
        peer: refusal.peer),
      action: refusal.kind.rawValue, of: refusal.method, by: refusal.actor,
      in: refusal.organization)
  }
}
