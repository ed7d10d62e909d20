internal import AdminProtos

/// What became of one thing that a manifest wishes for, in the word of the wire.
enum ResourceOutcome: String {
  case created
  case updated
  case unchanged
  case deleted
  case refused
}

extension ApplyResult {
  func came(to outcome: ResourceOutcome) -> Bool { self.outcome == outcome.rawValue }
}
