internal import ProtobufRuntime

extension Violations {
  /// Checks that a role is one of those that may be given here.
  mutating func checkRole(_ role: String, of allowed: [Role], field: String = "role") {
    guard !allowed.contains(where: { $0.rawValue == role }) else { return }
    let choices = allowed.map(\.rawValue).joined(separator: ", ")
    if role.isEmpty {
      add(field, "REQUIRED", "must be one of \(choices)")
    } else {
      add(field, "UNKNOWN_ROLE", "must be one of \(choices), not \"\(role.asRefused)\"")
    }
  }
}
