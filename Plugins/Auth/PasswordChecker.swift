import Argon2
import FairShares
import Platform
import Status

/// Hashes and compares passwords, a few at a time. Each takes 19 MiB and a core for tens of
/// milliseconds. A burst of logins waits in a queue, and a login that doesn't fit the queue is
/// refused. Peers take turns, so that a peer that sends many logins delays no other.
struct PasswordChecker {
  /// The hash that no password matches. A login of a user without a password, or of an unknown
  /// user, compares with it, and so takes as much time as any other.
  private static let dummyHash =
    "$argon2id$v=19$m=19456,t=2,p=1$c3Rld2FyZC1kZWNveS0x$"
    + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

  private let slots = FairSlots(capacity: 2, queue: 64)

  /// Runs `body`, which compares or hashes, when a slot is free.
  ///
  /// - Parameter peer: The address of the caller. Peers take turns.
  /// - Throws: `RESOURCE_EXHAUSTED` when the queue is full.
  func place<Result>(
    of peer: String, _ body: () async throws -> Result
  ) async throws -> Result {
    try await slots.withSlot(of: peer, orThrow: Status.tooManyLogins, body)
  }

  /// Returns the hash of a password. Call it only from within ``place(of:_:)``.
  func hash(_ password: String) async throws -> String {
    try await Blocking.run { try Argon2.hash(password) }
  }

  /// Returns whether a password matches a hash; no password matches nil. Call it only from within
  /// ``place(of:_:)``.
  func matches(_ password: String, _ hash: String?) async throws -> Bool {
    let isMatch = try await Blocking.run { try Argon2.matches(password, hash ?? Self.dummyHash) }
    return isMatch && hash != nil
  }
}

extension Status {
  fileprivate static let tooManyLogins = Status(
    .resourceExhausted, reason: "TOO_MANY_LOGINS",
    message: "Too many passwords are being checked. Try again in a second.",
    retryDelay: .seconds(1))
}
