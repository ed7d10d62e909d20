internal import Synchronization

/// Slots that peers hold for a while, shared out by ``FairShares``.
public final class FairSlots: Sendable {
  /// Stands for one that wants a slot.
  public struct Ticket: Hashable, Sendable {
    fileprivate let number: UInt64
  }

  /// What came of a ticket.
  public enum Turn: Hashable, Sendable {
    /// It has a slot, until it leaves.
    case admitted
    /// There is no room for it.
    case refused
    /// It has left before it had a slot.
    case left
  }

  private typealias Hearer = @Sendable (Turn) -> Void

  private struct State: Sendable {
    var shares: FairShares<String, Ticket>
    var hearers: [Ticket: Hearer] = [:]
    var drawn: UInt64 = 0
    /// Those that have a slot and are to be told so, by whom tells already.
    var admitted: [Hearer] = []
    var isTelling = false
  }

  private let state: Mutex<State>

  /// Creates slots that are all free.
  ///
  /// - Parameters:
  ///   - capacity: The number of slots.
  ///   - queue: How many may wait for one.
  ///   - share: The most slots that one peer may hold; nil: all that others leave to it.
  public init(capacity: Int, queue: Int, share: Int? = nil) {
    state = Mutex(State(shares: FairShares(capacity: capacity, queue: queue, share: share)))
  }

  /// Returns a ticket to enter with, once.
  public func draw() -> Ticket {
    state.withLock { state in
      state.drawn += 1
      return Ticket(number: state.drawn)
    }
  }

  /// Wants a slot for a peer. `hear` is told once what comes of it, maybe before this returns.
  public func enter(
    _ ticket: Ticket, of peer: String, hear: @escaping @Sendable (Turn) -> Void
  ) {
    let told = state.withLock { state -> (hearer: Hearer, turn: Turn)? in
      switch state.shares.enter(ticket, of: peer) {
      case .now, .nowInstead: return (hear, .admitted)
      case .refused: return (hear, .refused)
      case .later:
        state.hearers[ticket] = hear
        return nil
      case .laterInstead(let other):
        state.hearers[ticket] = hear
        return state.hearers.removeValue(forKey: other).map { (hearer: $0, turn: .refused) }
      }
    }
    told.map { $0.hearer($0.turn) }
  }

  /// Gives a slot back, or waits for one no more; nothing if neither is so.
  public func leave(_ ticket: Ticket) {
    let (own, next) = state.withLock { state in
      let next = state.shares.leave(ticket)
      return (
        state.hearers.removeValue(forKey: ticket),
        next.flatMap { state.hearers.removeValue(forKey: $0) }
      )
    }
    own?(.left)
    if let next { tell(next) }
  }

  /// One that is admitted may leave at once, and so admit the next: one after the other, and not one
  /// inside the other.
  private func tell(_ admitted: @escaping Hearer) {
    var next = state.withLock { state -> Hearer? in
      state.admitted.append(admitted)
      guard !state.isTelling else { return nil }
      state.isTelling = true
      return state.admitted.removeFirst()
    }
    while let hearer = next {
      hearer(.admitted)
      next = state.withLock { state in
        state.isTelling = !state.admitted.isEmpty
        return state.isTelling ? state.admitted.removeFirst() : nil
      }
    }
  }
}

extension FairSlots {
  /// Runs `body` once there is a slot for it.
  ///
  /// - Parameter refusal: What is thrown when there is no room to wait.
  public func withSlot<Result>(
    of peer: String, orThrow refusal: @autoclosure @Sendable () -> any Error,
    _ body: () async throws -> Result
  ) async throws -> Result {
    let ticket = draw()
    let turn = await turn(of: ticket, of: peer)
    defer { leave(ticket) }
    switch turn {
    case .admitted: break
    case .refused: throw refusal()
    case .left: throw CancellationError()
    }
    try Task.checkCancellation()
    return try await body()
  }

  /// A ticket that is cancelled before it has entered finds out when its turn comes.
  private func turn(of ticket: Ticket, of peer: String) async -> Turn {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        enter(ticket, of: peer) { continuation.resume(returning: $0) }
      }
    } onCancel: {
      leave(ticket)
    }
  }
}
