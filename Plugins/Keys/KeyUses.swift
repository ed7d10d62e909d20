import AdminModel
import StewardProtos
import Synchronization

/// When keys were last used, gathered here and written at most once a minute: a verification waits for no disk.
final class KeyUses: Sendable {
  private struct State {
    var times: [String: GoogleTimestamp] = [:]
    var isScheduled = false
    var nextFlush = ContinuousClock.now
  }

  static let interval = Duration.seconds(60)
  /// So that no other write waits long for this one.
  private static let writtenAtOnce = 1000

  private let store: Store
  private let state = Mutex(State())

  init(store: Store) {
    self.store = store
  }

  /// Notes that a key was used. The first use after a quiet minute is written at once, others when the minute is over.
  func note(_ id: String, at time: GoogleTimestamp) {
    let due = state.withLock { state -> ContinuousClock.Instant? in
      state.times[id] = time
      guard !state.isScheduled else { return nil }
      state.isScheduled = true
      return state.nextFlush
    }
    guard let due else { return }
    Task.detached { [self] in
      try? await Task.sleep(until: due, clock: .continuous)
      await flush()
    }
  }

  /// Writes what was noted.
  func flush() async {
    var pending = state.withLock { state in
      defer { state = State(nextFlush: .now + Self.interval) }
      return state.times
    }
    while !pending.isEmpty {
      let part = Dictionary(uniqueKeysWithValues: pending.prefix(Self.writtenAtOnce).map { $0 })
      for id in part.keys { pending[id] = nil }
      await write(part)
    }
  }

  /// A use that can't be written is lost: it is no reason to fail anybody's call.
  private func write(_ uses: [String: GoogleTimestamp]) async {
    let change = Change(actor: "module/keys", module: "keys", method: "")
    try? await store.write(change) { tx in try Keys.recordUses(uses, in: &tx) }
  }
}
