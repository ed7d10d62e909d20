internal import HostProtos
internal import HostServices
internal import IPC
internal import ProtobufRuntime

/// The actions of Steward's own events. Plugins may have others.
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

  /// Whether the text is an action, or a prefix of actions that ends in ".".
  static func contains(_ text: String) -> Bool {
    text.hasSuffix(".") ? byNoun[String(text.dropLast())] != nil : all.contains(text)
  }

  /// Throws if the action is not one of Steward's and no event has it. A filter with a mistake
  /// would find nothing, and wait forever.
  static func check(
    _ action: String, over channel: any Channel, options: CallOptions
  ) async throws {
    guard !action.isEmpty, !contains(action) else { return }
    // A caller who may watch but not list events gets no check.
    let found = try? await AuditClient(channel).list(
      ListAuditRequest(limit: 1, action: action), options: options)
    guard let found, found.data.isEmpty else { return }
    let lines = byNoun.sorted { $0.key < $1.key }.map { noun, verbs in
      "  \(noun).  \(verbs.joined(separator: ", "))"
    }
    throw UsageError(
      "No event has the action '\(Nearest.repeated(action, among: all))'."
        + "\(Nearest.question(for: action, among: all)) Steward's own actions:\n"
        + lines.joined(separator: "\n"))
  }
}
