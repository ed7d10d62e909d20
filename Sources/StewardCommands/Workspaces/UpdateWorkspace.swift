internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward workspaces update`.
struct UpdateWorkspace: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Change only the given fields of a workspace.")

  @Argument(help: "The workspace's id, wrkspc_….")
  var id: String

  @Option(help: "The new name, 1 to 40 characters.")
  var name: String?

  @Option(help: ArgumentHelp("The new colour in lists.", valueName: "#RRGGBB"))
  var color: String?

  @Option(
    help: ArgumentHelp("A tag to add or to replace; may be repeated.", valueName: "key=value"))
  var tag: [KeyValue] = []

  @Option(help: ArgumentHelp("A tag to remove; may be repeated.", valueName: "key"))
  var removeTag: [String] = []

  @OptionGroup var residency: ResidencyOptions
  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    let tags = try tag.dictionary(option: "--tag")
    if let key = removeTag.first(where: { tags[$0] != nil }) {
      throw ValidationError("The tag '\(key)' is both set and removed; choose one.")
    }
    let changes = [name, color].contains { $0 != nil } || !tags.isEmpty || !removeTag.isEmpty
    guard changes || residency.message != nil else {
      throw ValidationError(
        "Nothing to change; give --name, --color, --tag, --remove-tag, --allowed-geo or "
          + "--default-geo.")
    }
  }

  func report(over channel: any Channel) async throws -> Report {
    let request = UpdateWorkspaceRequest(
      id: id, name: name, displayColor: color, tags: try tag.dictionary(option: "--tag"),
      removeTags: removeTag, dataResidency: residency.message, ifMatch: match.ifMatch ?? "")
    let workspace = try await WorkspacesClient(channel).update(request, options: changeOptions)
    return try Report(of: workspace, id: workspace.id)
  }
}

/// The options for where a workspace's requests may run.
struct ResidencyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A region where requests may run, global or us; may be repeated. (default: unrestricted)",
      valueName: "geo"))
  var allowedGeo: [String] = []

  @Option(
    help: ArgumentHelp(
      "The region of requests that name none; one of the allowed ones. (default: global)",
      valueName: "geo"))
  var defaultGeo: String?

  /// The message to send; nil if no option was given.
  var message: DataResidency? {
    guard !allowedGeo.isEmpty || defaultGeo != nil else { return nil }
    return DataResidency(
      allowedInferenceGeos: allowedGeo, defaultInferenceGeo: defaultGeo ?? "")
  }
}
