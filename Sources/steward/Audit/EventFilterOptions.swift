internal import ArgumentParser
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
    try await KnownActions.check(wanted[.action] ?? "", over: channel, options: options)
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
          + "\(Nearest.question(for: pair.key, among: names)) Known: "
          + "\(names.joined(separator: ", ")).")
    }
    return (field, pair.value)
  }
}
