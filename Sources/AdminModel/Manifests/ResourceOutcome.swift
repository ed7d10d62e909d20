internal import AdminProtos

/// The outcome for one desired resource of a manifest, as the protocol names it.
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
