internal import AdminProtos
internal import GoogleProtos
internal import Store

/// The peers from which users have logged in of late, by keyed hashes: what others fail at doesn't
/// keep them from it.
enum LoginPeers {
  /// So many are remembered of each user, the newest.
  private static let maximum = 8
  private static let memory: Duration = .seconds(90 * 86_400)

  /// Whether a user has logged in from a peer of late.
  static func contain(
    _ hash: [UInt8], of user: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Bool {
    let peers = try AdminSchema.loginPeers.get(user, in: tx)?.record.peers ?? []
    return peers.contains { $0.hash_ == hash && isRecent($0, at: tx.now) }
  }

  /// Remembers that a user has logged in from a peer now.
  static func add(_ hash: [UInt8], of user: String, in tx: inout WriteTransaction) throws {
    let now = tx.now
    let known = try AdminSchema.loginPeers.get(user, in: tx)?.record
    var record = known ?? LoginPeersRecord(userId: user)
    record.peers.removeAll { $0.hash_ == hash || !isRecent($0, at: now) }
    record.peers = Array(record.peers.suffix(maximum - 1))
    record.peers.append(LoginPeerRecord(hash_: hash, lastLoginAt: now))
    let changed = record
    if known != nil {
      try AdminSchema.loginPeers.update(user, in: &tx) { $0 = changed }
    } else {
      try AdminSchema.loginPeers.insert(changed, in: &tx)
    }
  }

  /// Forgets all peers of a user.
  static func end(of user: String, in tx: inout WriteTransaction) throws {
    guard try AdminSchema.loginPeers.contains(user, in: tx) else { return }
    try AdminSchema.loginPeers.delete(user, in: &tx)
  }

  private static func isRecent(_ peer: LoginPeerRecord, at now: GoogleTimestamp) -> Bool {
    guard let last = peer.lastLoginAt else { return false }
    return now.microseconds < last.adding(memory).microseconds
  }
}
