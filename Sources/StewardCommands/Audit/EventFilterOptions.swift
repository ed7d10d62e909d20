internal import ArgumentParser
internal import HostProtos
internal import HostServices
internal import IPC
internal import ProtobufRuntime

/// The options that select events: `--filter actor=user/,action=organization.`.
struct EventFilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only events of this actor, action or resource, such as "
        + "actor=user/,action=api_key.issued; a value that ends in / or . matches all values "
        + "that begin with it. May be repeated.",
      valueName: "name=value,…"))
  var filter: [String] = []

  func validate() throws { _ = try wanted() }

  /// Returns the values by field, at most one for each ``Field``. Throws if a filter is malformed
  /// or names a field twice.
  func wanted() throws -> [Field: String] {
    var wanted: [Field: String] = [:]
    for pair in filter.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
      let (field, value) = try Self.parse(String(pair))
      guard wanted.updateValue(value, forKey: field) == nil else {
        throw ValidationError("--filter names \(field.rawValue) more than once; give it once.")
      }
    }
    return wanted
  }

  /// Returns the same as ``wanted()``. Throws if the action is unknown and no event has it.
  func wanted(
    over channel: any Channel, options: CallOptions
  ) async throws -> [Field: String] {
    let wanted = try wanted()
    try await Self.check(wanted[.action] ?? "", over: channel, options: options)
    return wanted
  }

  /// A property of events that a filter can select by.
  enum Field: String, CaseIterable {
    case actor, action, resource
  }

  private static func parse(_ text: String) throws -> (Field, String) {
    guard let pair = KeyValue(argument: text), !pair.value.isEmpty else {
      throw ValidationError(
        "--filter takes NAME=VALUE, not '\(text.asRefused)'; for example --filter actor=user/")
    }
    guard let field = Field(rawValue: pair.key) else {
      let names = Field.allCases.map(\.rawValue)
      throw ValidationError(
        "--filter has no name '\(Nearest.repeated(pair.key, among: names))'."
          + "\(Nearest.didYouMean(for: pair.key, among: names)) Known: "
          + "\(names.joined(separator: ", ")).")
    }
    return (field, pair.value)
  }
}

// The actions of Steward's own events. Plugins may have others.
extension EventFilterOptions {
  static let actionsByNoun = [
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

  static let actions = actionsByNoun.flatMap { noun, verbs in verbs.map { "\(noun).\($0)" } }
    .sorted()

  /// Whether the text is an action, or a prefix of actions that ends in ".".
  private static func isKnown(_ text: String) -> Bool {
    text.hasSuffix(".") ? actionsByNoun[String(text.dropLast())] != nil : actions.contains(text)
  }

  /// Throws if the action is not one of Steward's and no event has it. A filter with a mistake
  /// would find nothing, and wait forever.
  private static func check(
    _ action: String, over channel: any Channel, options: CallOptions
  ) async throws {
    guard !action.isEmpty, !isKnown(action) else { return }
    // A caller who may watch but not list events gets no check.
    let found = try? await AuditClient(channel).list(
      ListAuditRequest(limit: 1, action: action), options: options)
    guard let found, found.data.isEmpty else { return }
    let lines = actionsByNoun.sorted { $0.key < $1.key }.map { noun, verbs in
      "  \(noun).  \(verbs.joined(separator: ", "))"
    }
    throw UsageError(
      "No event has the action '\(Nearest.repeated(action, among: actions))'."
        + "\(Nearest.didYouMean(for: action, among: actions)) Steward's own actions:\n"
        + lines.joined(separator: "\n"))
  }
}
