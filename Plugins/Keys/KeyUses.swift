import AdminKit
import AdminModel
import GoogleProtos
import Store
import Synchronization

/// The times at which keys were last used, and how often. They are collected in memory and written
/// at most once a minute, so that a verification waits for no disk.
final class KeyUses: Sendable {
  private struct State {
    var uses: [String: KeyUse] = [:]
    var isScheduled = false
    var nextFlush = ContinuousClock.now
    /// The writes in progress.
    var writing: Task<Void, Never>?
  }

  static let interval = Duration.seconds(60)
  /// The number of uses in one write. It is limited so that no other write waits long for it.
  private static let writtenAtOnce = 1000

  private let store: AdminStore
  private let state = Mutex(State())

  init(store: AdminStore) {
    self.store = store
  }

  /// Records that a key was used. The first use after a quiet minute is written at once; later ones
  /// are written when the minute is over.
  func note(_ id: String, at time: GoogleTimestamp) {
    let due = state.withLock { state -> ContinuousClock.Instant? in
      if state.uses[id]?.note(at: time) == nil { state.uses[id] = KeyUse(at: time) }
      guard !state.isScheduled else { return nil }
      state.isScheduled = true
      return state.nextFlush
    }
    guard let due else { return }
    Task.detached { [self] in
      try? await Task.sleep(until: due, clock: .continuous)
      state.withLock { ($0.isScheduled, $0.nextFlush) = (false, .now + Self.interval) }
      await flush()
    }
  }

  /// Writes the recorded uses. Returns when all of them are written, by this call or an earlier
  /// one.
  func flush() async {
    let writing = state.withLock { state -> Task<Void, Never>? in
      let (uses, before) = (state.uses, state.writing)
      guard !uses.isEmpty else { return before }
      let writing = Task {
        await before?.value
        await writeAll(uses)
      }
      (state.uses, state.writing) = ([:], writing)
      return writing
    }
    await writing?.value
  }

  private func writeAll(_ uses: [String: KeyUse]) async {
    var rest = Array(uses)[...]
    while !rest.isEmpty {
      let part = rest.prefix(Self.writtenAtOnce)
      rest = rest.dropFirst(part.count)
      await write(Dictionary(uniqueKeysWithValues: part.map { ($0.key, $0.value) }))
    }
  }

  /// Writes uses. A use that can't be written is lost: that is no reason to fail a call.
  private func write(_ uses: [String: KeyUse]) async {
    try? await store.base.write(store.ownChange) { tx in try Keys.recordUses(uses, in: &tx) }
  }
}
