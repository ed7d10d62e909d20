internal import ArgumentParser

/// The command words at the start of a command line, checked against the commands that exist.
///
/// ArgumentParser reports an unknown word as "Unexpected argument", and takes options only after
/// the command. Here the error for an unknown word suggests the nearest command, and the global
/// options may stand before the command too.
struct CommandWords {
  /// The global options that take a value. `flags` has those that take none.
  private static let valued: Set<String> = [
    "--data", "--plugin-path", "--output", "-o", "--timeout", "--token-file",
  ]
  private static let flags: Set<String> = ["--quiet", "-q", "--session"]

  private var words: [String] = []
  private var leading: [String] = []
  private var command: any ParsableCommand.Type = Steward.self

  /// Returns the command line with the global options moved from before the command to after it.
  static func ordered(_ arguments: [String]) throws -> [String] {
    var line = CommandWords()
    var rest = arguments[...]
    while let next = rest.first, line.takesMore(next) {
      try line.take(&rest)
    }
    return line.words + line.leading + rest
  }

  private func takesMore(_ argument: String) -> Bool {
    guard !command.configuration.subcommands.isEmpty else { return false }
    return !argument.hasPrefix("-") || isGlobalOption(argument)
  }

  private func isGlobalOption(_ argument: String) -> Bool {
    let name = String(argument.prefix { $0 != "=" })
    return Self.valued.contains(name) || Self.flags.contains(argument)
  }

  private mutating func take(_ rest: inout ArraySlice<String>) throws {
    let argument = rest.removeFirst()
    guard argument.hasPrefix("-") else { return try takeWord(argument) }
    leading.append(argument)
    if Self.valued.contains(argument), let value = rest.popFirst() { leading.append(value) }
  }

  private mutating func takeWord(_ word: String) throws {
    // `help` is ArgumentParser's own. The words after it name a command as usual.
    guard word != "help" || !words.isEmpty else { return words.append(word) }
    guard let next = command.subcommand(named: word) else {
      throw UsageError.unknownCommand(word, in: command, after: words.filter { $0 != "help" })
    }
    words.append(word)
    command = next
  }
}

extension ParsableCommand {
  fileprivate static func subcommand(named word: String) -> (any ParsableCommand.Type)? {
    configuration.subcommands.first {
      $0.configuration.commandName == word || $0.configuration.aliases.contains(word)
    }
  }
}
