internal import AdminProtos

/// Where a key comes from.
enum KeyKind: String {
  /// The key was made here, so only the hash of its secret is stored.
  case issued
  /// The key was made elsewhere, and its value is stored in sealed form.
  case registered
}

extension ApiKey {
  func isOf(_ kind: KeyKind) -> Bool { self.kind == kind.rawValue }
}
