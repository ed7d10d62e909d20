import Dispatch
import FairShares
import PluginKit
import Status

/// A limit on how many passwords are hashed at a time. Each hash takes 19 MiB and a core for tens
/// of milliseconds. A burst of logins waits in a queue, and a login that doesn't fit the queue is
/// refused. Peers take turns, so that a peer that sends many logins delays no other. The hashing
/// runs outside the cooperative pool, which it would block.
final class PasswordHashPool: Sendable {
  private let slots: FairSlots
  private let queue = DispatchQueue(label: "auth.hashing", attributes: .concurrent)

  /// - Parameters:
  ///   - width: The number of passwords that are hashed at a time.
  ///   - length: The number of callers that may wait.
  init(width: Int = 2, length: Int = 64) {
    slots = FairSlots(capacity: width, queue: length)
  }

  /// Runs `body` when a slot is free.
  ///
  /// - Parameter peer: The address of the caller.
  /// - Throws: `RESOURCE_EXHAUSTED` when the queue is full.
  func place<Result>(
    of peer: String, _ body: () async throws -> Result
  ) async throws -> Result {
    try await slots.withSlot(of: peer, orThrow: Status.tooManyLogins, body)
  }

  /// Runs blocking work for a caller that holds a slot.
  func block<Result: Sendable>(
    _ work: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { caller in
      queue.async { caller.resume(with: Swift.Result { try work() }) }
    }
  }
}

extension Status {
  fileprivate static let tooManyLogins = Status(
    .resourceExhausted, reason: "TOO_MANY_LOGINS",
    message: "Too many passwords are being checked. Try again in a second.",
    retryDelay: .seconds(1))
}
