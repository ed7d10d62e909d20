import Dispatch
import FairShares
import PluginKit
import Status

/// Lets few hash passwords at a time: each takes 19 MiB and a core for tens of milliseconds, so a
/// burst of logins waits in line, and what doesn't fit the line is refused. Peers take turns, so
/// that one who sends many keeps no other waiting. Off the cooperative pool, which it would hold up.
final class PasswordHashPool: Sendable {
  private let slots: FairSlots
  private let queue = DispatchQueue(label: "auth.hashing", attributes: .concurrent)

  /// - Parameters:
  ///   - width: How many hash at a time.
  ///   - length: How many may wait.
  init(width: Int = 2, length: Int = 64) {
    slots = FairSlots(capacity: width, queue: length)
  }

  /// Runs `body` once there is a place for it.
  ///
  /// - Parameter peer: Where the caller is.
  /// - Throws: `RESOURCE_EXHAUSTED` when the line is full.
  func place<Result>(
    of peer: String, _ body: () async throws -> Result
  ) async throws -> Result {
    try await slots.withSlot(of: peer, orThrow: Status.tooManyLogins, body)
  }

  /// Runs what blocks, of who has a place.
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
    message: "Too many passwords are being checked at this moment. Try again in a second.",
    retryDelay: .seconds(1))
}
