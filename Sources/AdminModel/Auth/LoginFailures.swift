internal import AdminProtos
internal import GoogleProtos
internal import Store

/// The logins that failed recently.
///
/// Failures are counted for each pair of address and peer, so that guesses from elsewhere don't
/// keep the owner out. For a peer that hasn't logged in to the address before, they are also
/// counted for the peer, against one that tries many addresses, and for the address, against
/// guesses from many peers.
enum LoginFailures {
  /// What failures are counted for.
  struct Subject: Hashable, Sendable {
    let hash: [UInt8]
    /// The number of failures that cause no wait.
    let free: Int

    /// Returns the subject for an address that is tried from one peer.
    static func pair(_ address: MailAddress, _ peer: String, _ keys: AuthKeys) -> Subject {
      Subject(hash: keys.addressHash(of: address, at: peer), free: 5)
    }

    /// Returns the subject for a peer, whatever addresses it tries. A whole office may be behind
    /// one peer.
    static func peer(_ peer: String, _ keys: AuthKeys) -> Subject {
      Subject(hash: keys.peerHash(of: peer), free: 50)
    }

    /// Returns the subject for an address, whatever peers try it. (NIST SP 800-63B, section 5.2.2,
    /// allows a hundred.)
    static func address(_ address: MailAddress, _ keys: AuthKeys) -> Subject {
      Subject(hash: keys.addressHash(of: address), free: 100)
    }
  }

  /// How many old records are deleted with each new one. More are deleted than added, so they don't
  /// pile up.
  private static let forgottenAtOnce = 2

  /// Returns how long a subject must wait before another attempt counts; nil for no wait. Nothing
  /// is counted.
  static func wait(
    of subject: Subject, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Duration? {
    let known = try AdminSchema.loginAttempts.get(subject.hash, in: tx)?.record
    var throttle = LoginThrottle(of: subject, known)
    let wait = throttle.attempt(at: tx.now.microseconds)
    return wait == 0 ? nil : .microseconds(wait)
  }

  /// Counts an attempt as failed, or throws how long to wait.
  static func count(_ subject: Subject, in tx: inout WriteTransaction) throws {
    let known = try AdminSchema.loginAttempts.get(subject.hash, in: tx)?.record
    var throttle = LoginThrottle(of: subject, known)
    let wait = throttle.attempt(at: tx.now.microseconds)
    guard wait == 0 else { throw AdminError.loginThrottled(wait: .microseconds(wait)) }
    let record = LoginAttemptsRecord(
      subject: subject.hash, failures: UInt32(clamping: throttle.failures),
      lastFailureAt: GoogleTimestamp(microseconds: throttle.lastFailure))
    if known != nil {
      try AdminSchema.loginAttempts.update(subject.hash, in: &tx) { $0 = record }
    } else {
      try AdminSchema.loginAttempts.insert(record, in: &tx)
    }
    try forgetOld(in: &tx)
  }

  /// Takes back the count of an attempt that has succeeded.
  static func takeBack(_ subject: Subject, in tx: inout WriteTransaction) throws {
    let known = try AdminSchema.loginAttempts.get(subject.hash, in: tx)?.record
    guard let known else { return }
    guard known.failures > 1 else { return try forgive(subject, in: &tx) }
    try AdminSchema.loginAttempts.update(subject.hash, in: &tx) { $0.failures -= 1 }
  }

  /// Deletes all failures of a subject.
  static func forgive(_ subject: Subject, in tx: inout WriteTransaction) throws {
    guard try AdminSchema.loginAttempts.contains(subject.hash, in: tx) else { return }
    try AdminSchema.loginAttempts.delete(subject.hash, in: &tx)
  }

  private static func forgetOld(in tx: inout WriteTransaction) throws {
    let now = tx.now.microseconds
    for _ in 0..<forgottenAtOnce {
      let oldest = try AdminSchema.loginAttempts.first(
        AdminSchema.loginAttemptsByTime, at: IndexKey(), in: tx)?.record
      guard let oldest, let time = oldest.lastFailureAt?.microseconds,
        now > time, now - time > LoginThrottle.memory
      else { return }
      try AdminSchema.loginAttempts.delete(oldest.subject, in: &tx)
    }
  }
}

extension LoginThrottle {
  /// Creates the throttle of a subject from its record, if there is one.
  fileprivate init(of subject: LoginFailures.Subject, _ known: LoginAttemptsRecord?) {
    self.init(
      free: subject.free, failures: Int(known?.failures ?? 0),
      lastFailure: known?.lastFailureAt?.microseconds ?? 0)
  }
}
