internal import AdminProtos
internal import ArgumentParser

/// The options for where a workspace's requests may run.
struct ResidencyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where requests may run, global or us; may be repeated. Default: unrestricted.",
      valueName: "geo"))
  var allowedGeo: [String] = []

  @Option(
    help: ArgumentHelp(
      "Where requests run that don't say; one of the allowed. Default: global.", valueName: "geo"))
  var defaultGeo: String?

  /// The message to send; nil if no option was given.
  var message: DataResidency? {
    guard !allowedGeo.isEmpty || defaultGeo != nil else { return nil }
    return DataResidency(
      allowedInferenceGeos: allowedGeo, defaultInferenceGeo: defaultGeo ?? "")
  }
}
