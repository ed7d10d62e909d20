internal import Store

/// The basis of a verification of the log. It determines what the verification can't show.
enum VerificationBasis: Hashable, Sendable {
  /// The chain key alone, without a checkpoint.
  case chainKey
  /// The host's own checkpoint.
  case kept(UInt64, isMasterKeyBeside: Bool)
  /// A checkpoint that the caller gave.
  case given(UInt64)
  /// Checkpoints that the host shipped.
  case shipped(count: Int, newest: UInt64)

  /// The basis as a word on the wire.
  var word: String {
    switch self {
    case .chainKey: "chain_key"
    case .kept: "kept_checkpoint"
    case .given: "given_checkpoint"
    case .shipped: "shipped_checkpoints"
    }
  }

  /// A text that says what the basis is, and what it can't show.
  var text: String {
    switch self {
    case .chainKey:
      "the chain key alone: it is beside the log, so access to the disk is enough to rewrite both"
    case .kept(let revision, isMasterKeyBeside: true):
      "the checkpoint of revision \(revision) under the master key, which is on the same disk: "
        + "access to the disk is enough to rewrite all"
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
