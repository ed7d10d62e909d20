import AdminModel
import GoogleProtos
import Store
import Synchronization
import System

/// When keys were last used, gathered here and written at most once a minute: a verification waits for no disk.
final class KeyUses: Sendable {
  private struct State {
    var times: [String: GoogleTimestamp] = [:]
    var isScheduled = false
    var nextFlush = ContinuousClock.now
    /// The writes that are under way.
    var writing: Task<Void, Never>?
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

  /// Writes what was noted, and returns when all of it is written, by this call or an earlier one.
  func flush() async {
    let writing = state.withLock { state in
      let (times, before) = (state.times, state.writing)
      let writing = Task {
        await before?.value
        await writeAll(times)
      }
      state = State(nextFlush: .now + Self.interval, writing: writing)
      return writing
    }
    await writing.value
  }

  private func writeAll(_ uses: [String: GoogleTimestamp]) async {
    var rest = Array(uses)[...]
    while !rest.isEmpty {
      let part = rest.prefix(Self.writtenAtOnce)
      rest = rest.dropFirst(part.count)
      await write(Dictionary(uniqueKeysWithValues: part.map { ($0.key, $0.value) }))
    }
  }

  /// A use that can't be written is lost: it is no reason to fail anybody's call.
  private func write(_ uses: [String: GoogleTimestamp]) async {
    let change = Change(actor: "plugin/keys", plugin: "keys", method: "")
    try? await store.write(change) { tx in try Keys.recordUses(uses, in: &tx) }
  }
}
