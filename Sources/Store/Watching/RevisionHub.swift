internal import Dispatch
internal import LMDB
internal import Synchronization

/// A hub that tells all subscribers when the store's revision has grown.
///
/// One watch on the data file serves all subscribers. Without subscribers, there is no watch.
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

  /// Starts the watch before it reads the revision. A commit in between is then seen twice instead
  /// of missed.
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
    // The watch is released outside the lock. It ends with its last reference.
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

  /// Reads the revision and tells the subscribers if it is new.
  ///
  /// The file watch may report a commit that readers don't see yet. The hub then looks again after
  /// a millisecond.
  private func publish(attempt: Int = 0) {
    do {
      let isBehind = try core.readersLag()
      tell(try EventLog.lastRevision(core.read()))
      if isBehind { try lookAgain(attempt) }
    } catch {
      fail(StoreError.describing(error))
    }
  }

  /// Looks again later. If the commit's writer has died, the commit stays invisible until the next
  /// write transaction begins. So after 20 attempts, this begins one.
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
  /// Whether there is a watch on the data file.
  var isWatching: Bool { state.withLock { $0.watch != nil } }
}
