internal import Store

/// What a verdict on the log rests on, and so what it can't show.
enum VerificationBasis: Hashable, Sendable {
  /// No checkpoint at all.
  case chainKey
  /// The host's own checkpoint.
  case kept(UInt64, isMasterKeyBeside: Bool)
  /// One that the caller has given.
  case given(UInt64)
  /// Those that were shipped.
  case shipped(count: Int, newest: UInt64)

  /// The same on the wire.
  var word: String {
    switch self {
    case .chainKey: "chain_key"
    case .kept: "kept_checkpoint"
    case .given: "given_checkpoint"
    case .shipped: "shipped_checkpoints"
    }
  }

  /// What it is, and what it can't show.
  var text: String {
    switch self {
    case .chainKey:
      "the chain key alone: it lies beside the log, so who has the disk can have rewritten both"
    case .kept(let revision, isMasterKeyBeside: true):
      "the checkpoint of revision \(revision) under the master key, which lies on the same disk: "
        + "who has the disk can have rewritten all"
    case .kept(let revision, isMasterKeyBeside: false):
      "the checkpoint of revision \(revision) under the master key: an older copy of the whole "
        + "data directory would pass"
    case .given(let revision):
      "the checkpoint of revision \(revision) that was given"
    case .shipped(let count, let newest):
      "\(count) shipped checkpoint\(count == 1 ? "" : "s") up to revision \(newest), under the "
        + "master key"
    }
  }
}
