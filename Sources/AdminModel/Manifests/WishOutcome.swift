internal import StewardProtos

/// What became of one thing that a manifest wishes for, in the word of the wire.
enum WishOutcome: String {
  case created
  case updated
  case unchanged
  case deleted
  case refused
}

extension ApplyResult {
  func came(to outcome: WishOutcome) -> Bool { self.outcome == outcome.rawValue }
}
