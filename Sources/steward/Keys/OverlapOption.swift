internal import ArgumentParser

/// The option for how long the old secret works beside the new one.
struct OverlapOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How long the former secret works on, as 2h; at most 30d. Default: not at all.",
      valueName: "duration"))
  var overlap: TimeSpan?
}
