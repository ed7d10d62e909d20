internal import ArgumentParser
internal import HostProtos
internal import HostServices
internal import IPC
internal import ProtobufRuntime

/// The options that select events: `--action organization. --filter actor=user/`.
struct EventFilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only events of this actor, action or resource, such as "
        + "actor=user/,action=api_key.issued; a value that ends in / or . matches all values "
        + "that begin with it. May be repeated.",
      valueName: "name=value,…"))
  var filter: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only events with this action, such as api_key.issued or workspace. for all of that kind. "
        + "May be repeated.",
      valueName: "action"))
  var action: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only events of this organization. (default: all that you may read)", valueName: "id"))
  var org: String?

  func validate() throws {
    if action.contains("") {
      throw ValidationError("--action takes an action; for example --action api_key.issued")
    }
    _ = try values()
  }

  /// What the options select.
  struct Wanted: Hashable {
    var actor = ""
    var actions: [String] = []
    var resource = ""
    var organization = ""
  }

  private func wanted() throws -> Wanted {
    let values = try values()
    return Wanted(
      actor: values[.actor] ?? "", actions: [values[.action]].compactMap(\.self) + action,
      resource: values[.resource] ?? "", organization: org ?? "")
  }

  /// Returns the values of `--filter` by field, at most one for each ``Field``. Throws if a filter
  /// is malformed or names a field twice.
  private func values() throws -> [Field: String] {
    var wanted: [Field: String] = [:]
    for pair in filter.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
      let (field, value) = try Self.parse(String(pair))
      guard wanted.updateValue(value, forKey: field) == nil else {
        throw ValidationError("--filter names \(field.rawValue) more than once; give it once.")
      }
    }
    return wanted
  }

  /// Returns what the options select. Throws if an action is unknown and no event has it.
  func wanted(over channel: any Channel, options: CallOptions) async throws -> Wanted {
    let wanted = try wanted()
    for action in wanted.actions {
      try await Self.check(action, over: channel, options: options)
    }
    return wanted
  }

  /// A property of events that `--filter` can select by.
  private enum Field: String, CaseIterable {
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
      "archived", "issued", "linked", "registered", "resumed", "revealed", "revoked", "rotated",
      "suspended", "updated",
    ],
    "call": ["denied", "throttled", "unauthenticated"],
    "installation": ["claimed"],
    "invite": ["accepted", "created", "deleted", "renewed"],
    "member": ["created", "deleted", "resumed", "suspended", "updated"],
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
    guard !isKnown(action) else { return }
    // A caller who may watch but not list events gets no check.
    let found = try? await AuditClient(channel).list(
      ListAuditRequest(limit: 1, actions: [action]), options: options)
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
