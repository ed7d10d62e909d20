internal import HostProtos
internal import HostServices
internal import IPC
internal import ProtobufRuntime

/// What events say was done, as far as they are Steward's own: plugins may have others.
enum KnownActions {
  static let byNoun = [
    "admin_key": ["created", "revoked", "rotated", "updated"],
    "api_key": [
      "archived", "issued", "linked", "registered", "revealed", "revoked", "rotated", "updated",
    ],
    "call": ["denied", "throttled", "unauthenticated"],
    "installation": ["claimed"],
    "invite": ["accepted", "created", "deleted"],
    "member": ["created", "deleted", "updated"],
    "organization": ["created", "deleted", "updated"],
    "password": ["changed", "deleted", "proven", "set"],
    "password_reset": ["created", "deleted", "used"],
    "plugin": ["distrusted", "trusted"],
    "session": ["confirmed", "created", "ended", "forgotten", "refreshed"],
    "store": ["imported_unverified", "resized", "restored", "restored_unverified"],
    "user": ["absorbed", "claimed", "created", "updated"],
    "workspace": ["archived", "created", "updated"],
    "workspace_member": ["created", "deleted", "updated"],
  ]

  static let all = byNoun.flatMap { noun, verbs in verbs.map { "\(noun).\($0)" } }.sorted()

  /// Whether the text is an action, or the beginning of some that ends in ".".
  static func contains(_ text: String) -> Bool {
    text.hasSuffix(".") ? byNoun[String(text.dropLast())] != nil : all.contains(text)
  }

  /// Refuses an action that is none of Steward's and that no event has, since a filter with a
  /// mistake would find nothing, and wait for ever.
  static func check(
    _ action: String, over channel: any Channel, options: CallOptions
  ) async throws {
    guard !action.isEmpty, !contains(action) else { return }
    // Who may watch, but not look back, is believed.
    let found = try? await AuditClient(channel).list(
      ListAuditRequest(limit: 1, action: action), options: options)
    guard let found, found.data.isEmpty else { return }
    let lines = byNoun.sorted { $0.key < $1.key }.map { noun, verbs in
      "  \(noun).  \(verbs.joined(separator: ", "))"
    }
    throw UsageError(
      "No event has the action '\(Nearest.repeated(action, among: all))'."
        + "\(Nearest.question(for: action, among: all)) Steward's own are:\n"
        + lines.joined(separator: "\n"))
  }
}
