internal import AdminProtos
internal import ArgumentParser

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
