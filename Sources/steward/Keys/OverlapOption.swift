internal import ArgumentParser

/// The option for how long the old secret works beside the new one.
struct OverlapOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How long the old secret still works, such as 2h; at most 30d. (default: not at all)",
      valueName: "duration"))
  var overlap: TimeSpan?
}
