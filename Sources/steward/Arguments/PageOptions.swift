internal import ArgumentParser

/// The options that select a part of a list.
struct PageOptions: ParsableArguments {
  // Without `.unconditional`, "-5" would be read as an option that does not exist.
  @Option(parsing: .unconditional, help: "The most results to list, 1 to 1000. (default: 20)")
  var limit: Int?

  @Option(help: ArgumentHelp("List the results right after this id.", valueName: "id"))
  var after: String?

  @Option(help: ArgumentHelp("List the results right before this id.", valueName: "id"))
  var before: String?

  @Flag(help: "List all results, page by page.")
  var all = false

  func validate() throws {
    if let limit, !(1...1000).contains(limit) {
      throw ValidationError("--limit must be 1 to 1000, not \(limit); --all lists everything.")
    }
    guard after == nil || before == nil else {
      throw ValidationError("--after and --before are opposite directions; give only one of them.")
    }
    guard !all || before == nil else {
      throw ValidationError("--all lists forwards, so it can't be used with --before; use --after.")
    }
  }

  /// The limit to send in the request; nil for the plugin's default. With `--all` it is the largest
  /// page, because all items are read.
  var requestedLimit: Int32? { limit.map(Int32.init) ?? (all ? 1000 : nil) }
}
