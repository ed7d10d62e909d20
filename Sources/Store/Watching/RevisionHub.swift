internal import Dispatch
internal import LMDB
internal import Synchronization

/// Tells everyone who watches the store's revision when it has grown.
///
/// One watch on the data file serves all of them, and there is none while nobody watches.
final class RevisionHub: Sendable {
  private typealias Subscriber = AsyncThrowingStream<UInt64, any Error>.Continuation

  private struct State {
    var subscribers: [Int: Subscriber] = [:]
    var nextID = 0
    var watch: FileWatch?
    var published: UInt64 = 0
  }

  private let core: StoreCore
  private let dataFile: String
  private let queue = DispatchQueue(label: "steward.store.watcher")
  private let state = Mutex(State())

  init(_ core: StoreCore, directory: String) {
    self.core = core
    self.dataFile = directory + "/data.mdb"
  }

  func subscribe() -> AsyncThrowingStream<UInt64, any Error> {
    let (stream, subscriber) = AsyncThrowingStream.makeStream(
      of: UInt64.self, bufferingPolicy: .bufferingNewest(1))
    queue.async { self.add(subscriber) }
    return stream
  }

  /// Watches first and reads then: what is committed in between is seen twice, and not missed.
  private func add(_ subscriber: Subscriber) {
    do {
      try startWatching()
      let revision = try EventLog.lastRevision(core.read())
      tell(revision)
      let id = state.withLock { state in
        state.nextID += 1
        state.subscribers[state.nextID] = subscriber
        return state.nextID
      }
      subscriber.onTermination = { [weak self] _ in self?.remove(id) }
      subscriber.yield(revision)
    } catch {
      subscriber.finish(throwing: StoreError.describing(error))
    }
  }

  private func remove(_ id: Int) {
    // Taken out of the lock to be released: the watch ends with its last reference.
    let idle: FileWatch? = state.withLock { state in
      state.subscribers[id] = nil
      return state.subscribers.isEmpty ? state.watch.take() : nil
    }
    _ = idle
  }

  private func startWatching() throws {
    guard state.withLock({ $0.watch == nil }) else { return }
    let watch = try FileWatch(dataFile, on: queue) { [weak self] in self?.publish() }
    state.withLock { $0.watch = watch }
  }

  /// Looks at the store and passes on what is new.
  ///
  /// What woke us may be a commit that readers don't see yet: then we look again in a moment.
  private func publish(attempt: Int = 0) {
    do {
      let isBehind = try core.readersLag()
      tell(try EventLog.lastRevision(core.read()))
      if isBehind { try lookAgain(attempt) }
    } catch {
      fail(StoreError.describing(error))
    }
  }

  /// If its writer has died, the commit stays unseen until the next one begins: so we begin one.
  private func lookAgain(_ attempt: Int) throws {
    guard attempt < 20 else {
      _ = try core.environment.write()
      return publish()
    }
    queue.asyncAfter(deadline: .now() + .milliseconds(1)) { [weak self] in
      self?.publish(attempt: attempt + 1)
    }
  }

  private func tell(_ revision: UInt64) {
    let subscribers = state.withLock { state -> [Subscriber] in
      guard revision > state.published else { return [] }
      state.published = revision
      return Array(state.subscribers.values)
    }
    for subscriber in subscribers { subscriber.yield(revision) }
  }

  private func fail(_ error: any Error) {
    for subscriber in state.withLock({ Array($0.subscribers.values) }) {
      subscriber.finish(throwing: error)
    }
  }
}

extension RevisionHub {
  /// Whether anyone watches.
  var isWatching: Bool { state.withLock { $0.watch != nil } }
}
