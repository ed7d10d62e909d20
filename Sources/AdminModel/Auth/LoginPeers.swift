internal import AdminProtos
internal import GoogleProtos
internal import Store

/// When users last logged in, and the peers from which they did so recently, stored as keyed
/// hashes. Failed logins from other peers don't keep a user from logging in from these.
enum LoginPeers {
  /// How many peers are stored for each user. The newest are kept.
  private static let maximum = 8
  private static let memory: Duration = .seconds(90 * 86_400)

  /// Returns whether a user has logged in from a peer recently.
  static func contain(
    _ hash: [UInt8], of user: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Bool {
    let peers = try AdminSchema.loginPeers.get(user, in: tx)?.record.peers ?? []
    return peers.contains { $0.hash_ == hash && isRecent($0, at: tx.now) }
  }

  /// Stores that a user has logged in from a peer now.
  static func add(_ hash: [UInt8], of user: String, in tx: inout WriteTransaction) throws {
    let now = tx.now
    try change(of: user, in: &tx) { record in
      record.peers.removeAll { $0.hash_ == hash || !isRecent($0, at: now) }
      record.peers = Array(record.peers.suffix(maximum - 1))
      record.peers.append(LoginPeerRecord(hash_: hash, lastLoginAt: now))
    }
  }

  /// Stores that a user logs in now, from this machine or elsewhere.
  static func noteLogin(of user: String, in tx: inout WriteTransaction) throws {
    let now = tx.now
    try change(of: user, in: &tx) { $0.lastLoginAt = now }
  }

  /// Returns when a user last logged in; nil if they never did.
  static func lastLogin(
    of user: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> GoogleTimestamp? {
    try AdminSchema.loginPeers.get(user, in: tx)?.record.lastLoginAt
  }

  private static func change(
    of user: String, in tx: inout WriteTransaction, _ body: (inout LoginPeersRecord) -> Void
  ) throws {
    guard var record = try AdminSchema.loginPeers.get(user, in: tx)?.record else {
      var record = LoginPeersRecord(userId: user)
      body(&record)
      try AdminSchema.loginPeers.insert(record, in: &tx)
      return
    }
    body(&record)
    try AdminSchema.loginPeers.update(user, in: &tx) { $0 = record }
  }

  /// Deletes what is stored of a user's logins.
  static func end(of user: String, in tx: inout WriteTransaction) throws {
    guard try AdminSchema.loginPeers.contains(user, in: tx) else { return }
    try AdminSchema.loginPeers.delete(user, in: &tx)
  }

  private static func isRecent(_ peer: LoginPeerRecord, at now: GoogleTimestamp) -> Bool {
    guard let last = peer.lastLoginAt else { return false }
    return now.microseconds < last.adding(memory).microseconds
  }
}
