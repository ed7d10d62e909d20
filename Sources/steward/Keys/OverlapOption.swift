internal import ArgumentParser

/// How a secret and the one that replaces it go together.
struct OverlapOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How long the former secret works on, as 2h; at most 30d. Default: not at all.",
      valueName: "duration"))
  var overlap: TimeSpan?
}
