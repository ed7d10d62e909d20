import Dispatch
import PluginKit
import Synchronization

/// Lets few hash passwords at a time: each takes 19 MiB and a core for tens of milliseconds, so a burst of logins
/// waits in line, and what doesn't fit the line is refused. Off the cooperative pool, which it would hold up.
final class HashingLine: Sendable {
  private struct State {
    var free: Int
    var waiting: [(id: Int, place: CheckedContinuation<Void, any Error>)] = []
    var lastID = 0
  }

  private enum Entry {
    case now
    case later
    case refused
  }

  private let length: Int
  private let state: Mutex<State>
  private let queue = DispatchQueue(label: "auth.hashing", attributes: .concurrent)

  /// - Parameters:
  ///   - width: How many hash at a time.
  ///   - length: How many may wait.
  init(width: Int = 2, length: Int = 64) {
    self.length = length
    state = Mutex(State(free: width))
  }

  /// Runs `body` once there is a place for it.
  ///
  /// - Throws: `RESOURCE_EXHAUSTED` when the line is full.
  func place<Result>(_ body: () async throws -> Result) async throws -> Result {
    try await enter()
    defer { leave() }
    try Task.checkCancellation()
    return try await body()
  }

  /// Runs what blocks, of who has a place.
  func block<Result: Sendable>(
    _ work: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { caller in
      queue.async { caller.resume(with: Swift.Result { try work() }) }
    }
  }

  private func enter() async throws {
    let id = state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { place in
        switch admit(id, place) {
        case .now: place.resume()
        case .later: break
        case .refused: place.resume(throwing: Status.tooManyLogins)
        }
      }
    } onCancel: {
      giveUp(id)
    }
  }

  private func admit(_ id: Int, _ place: CheckedContinuation<Void, any Error>) -> Entry {
    state.withLock { state in
      guard state.free == 0 else {
        state.free -= 1
        return .now
      }
      guard state.waiting.count < length else { return .refused }
      state.waiting.append((id, place))
      return .later
    }
  }

  /// One that isn't in line yet finds out when its turn comes.
  private func giveUp(_ id: Int) {
    let place = state.withLock { state -> CheckedContinuation<Void, any Error>? in
      guard let index = state.waiting.firstIndex(where: { $0.id == id }) else { return nil }
      return state.waiting.remove(at: index).place
    }
    place?.resume(throwing: CancellationError())
  }

  private func leave() {
    let next = state.withLock { state -> CheckedContinuation<Void, any Error>? in
      guard state.waiting.isEmpty else { return state.waiting.removeFirst().place }
      state.free += 1
      return nil
    }
    next?.resume()
  }
}

extension Status {
  fileprivate static let tooManyLogins = Status(
    .resourceExhausted, reason: "TOO_MANY_LOGINS",
    message: "Too many passwords are being checked at this moment. Try again in a second.",
    retryDelay: .seconds(1))
}
