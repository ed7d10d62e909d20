internal import DequeModule
internal import Synchronization

/// Slots that peers hold for a while. ``FairShares`` shares them out.
public final class FairSlots: Sendable {
  /// A ticket that stands for one request for a slot.
  public struct Ticket: Hashable, Sendable {
    fileprivate let number: UInt64
  }

  /// The outcome of a ticket.
  public enum Turn: Hashable, Sendable {
    /// It has a slot, until it leaves.
    case admitted
    /// There is no room for it.
    case refused
    /// It left before it got a slot.
    case left
  }

  private typealias Hearer = @Sendable (Turn) -> Void

  private struct State: Sendable {
    var shares: FairShares<String, Ticket>
    var hearers: [Ticket: Hearer] = [:]
    var drawn: UInt64 = 0
    /// The hearers of tickets that have got a slot. The thread that already calls hearers calls
    /// these too.
    var admitted: Deque<Hearer> = []
    var isTelling = false
  }

  private let state: Mutex<State>

  /// Creates slots that are all free.
  ///
  /// - Parameters:
  ///   - capacity: The number of slots.
  ///   - queue: The number of tickets that may wait for a slot.
  ///   - share: The maximum number of slots that one peer may hold; nil for all that the others
  ///     leave.
  public init(capacity: Int, queue: Int, share: Int? = nil) {
    state = Mutex(State(shares: FairShares(capacity: capacity, queue: queue, share: share)))
  }

  /// Returns a new ticket, which can enter once.
  public func draw() -> Ticket {
    state.withLock { state in
      state.drawn += 1
      return Ticket(number: state.drawn)
    }
  }

  /// Requests a slot for a peer. `hear` is called once with the outcome, maybe before this returns.
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

  /// Gives a slot back, or stops waiting for one. Does nothing if the ticket does neither.
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

  /// Tells a hearer that it is admitted.
  ///
  /// An admitted ticket may leave at once, and so admit the next one. The hearers are called one
  /// after the other, and not one inside the other.
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
        let next = state.admitted.popFirst()
        state.isTelling = next != nil
        return next
      }
    }
  }
}

extension FairSlots {
  /// Runs `body` once there is a slot for it.
  ///
  /// - Parameter refusal: The error that is thrown when there is no room to wait.
  /// - Throws: `CancellationError` when the task is cancelled before `body` begins.
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

  /// Returns the outcome of a ticket. A task that is cancelled before its ticket has entered finds
  /// out when its turn comes.
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
