public import Store

/// Guesses at the tokens and codes that identify their holder without a mail address. They count as
/// failed logins of the peer that sends them.
///
/// Only a guess that was wrong is counted, so a true token costs no write.
public enum SecretGuesses {
  /// The errors of tokens and codes that are unknown. A token that is known and no longer works is
  /// no guess.
  private static let wrong: [AdminError] = [
    .claimCodeInvalid, .resetTokenUnknown, Invites.unknownToken,
  ]

  /// Returns whether an error says that a token or a code is unknown.
  public static func isWrong(_ error: AdminError) -> Bool { wrong.contains(error) }

  /// Throws how long to wait, if a peer has guessed wrong too often. A true token must wait too, or
  /// the guessing would go on.
  ///
  /// - Parameter peer: The address of the caller; empty on this machine.
  public static func admit(
    from peer: String, keys: AuthKeys, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    guard let wait = try LoginFailures.wait(of: .peer(peer, keys), in: tx) else { return }
    throw AdminError.guessesThrottled(wait: wait)
  }

  /// Counts a wrong guess of a peer.
  public static func count(
    from peer: String, keys: AuthKeys, in tx: inout WriteTransaction
  ) throws {
    try LoginFailures.count(.peer(peer, keys), in: &tx)
  }
}
