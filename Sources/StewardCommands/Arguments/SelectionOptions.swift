internal import ArgumentParser

/// The options that select members of a list by words or by ids.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: """
      Only those with words that begin so in their names or mail addresses, such as "ada lov", or \
      with this id or hint.
      """)
  var query: String?

  @Option(help: ArgumentHelp("Only the one with this id; may be repeated.", valueName: "id"))
  var id: [String] = []

  func validate() throws {
    guard query?.isEmpty != true else {
      throw ValidationError("--query is empty; give a part of a name, or leave the option out.")
    }
  }

  /// Whether the options select anything.
  var isGiven: Bool { query != nil || !id.isEmpty }
}
