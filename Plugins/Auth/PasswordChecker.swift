import Argon2

/// Hashes and compares passwords, a few at a time.
struct PasswordChecker {
  /// Of no password: who has none, or isn't known, costs as much time as anybody.
  private static let dummyHash =
    "$argon2id$v=19$m=19456,t=2,p=1$c3Rld2FyZC1kZWNveS0x$"
    + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

  private let line = PasswordHashPool()

  /// Runs `body`, which compares or hashes, once there is room for it.
  ///
  /// - Parameter peer: Where the caller is: peers take turns.
  func place<Result>(
    of peer: String, _ body: () async throws -> Result
  ) async throws -> Result {
    try await line.place(of: peer, body)
  }

  /// Returns the hash of a password. Only in a place.
  func hash(_ password: String) async throws -> String {
    try await line.block { try Argon2.hash(password) }
  }

  /// Returns whether a password is that of a hash; of nil, no password is. Only in a place.
  func matches(_ password: String, _ hash: String?) async throws -> Bool {
    let isMatch = try await line.block { try Argon2.matches(password, hash ?? Self.dummyHash) }
    return isMatch && hash != nil
  }
}
