internal import ArgumentParser
internal import ProtobufRuntime

/// The meaning of a command line.
enum ParsedCommandLine {
  case verb(any Verb)
  /// Text to print: help, the version, or a completion script.
  case text(String)
}

extension ParsedCommandLine {
  /// Parses the arguments, which do not include the program's name.
  init(_ arguments: [String]) throws {
    // A page of help that belongs to no command.
    guard arguments != ["help", "exit-codes"] else {
      self = .text(ExitCodes.help)
      return
    }
    let arguments = try CommandWords.ordered(arguments)
    do {
      self = try Self.command(try Steward.parseAsRoot(arguments))
    } catch  where Steward.exitCode(for: error) == .success {
      self = .text(Self.shorteningUsage(in: Steward.fullMessage(for: error)) + "\n")
    } catch {
      throw UsageError(argumentParser: error, of: arguments)
    }
  }

  private static func command(_ command: any ParsableCommand) throws -> ParsedCommandLine {
    if let verb = command as? any Verb { return .verb(verb) }
    if let completions = command as? CompletionsCommand { return .text(completions.script) }
    // This is a group of commands without a verb, or ArgumentParser's own help. Both throw the text
    // to print.
    var command = command
    try command.run()
    return .text("")
  }
}

extension UsageError {
  /// Creates an error with ArgumentParser's message. Leaves out "Error: ", which our own printing
  /// adds. Hides values in the message that may be secrets.
  fileprivate init(argumentParser error: any Error, of arguments: [String]) {
    var message = ParsedCommandLine.shorteningUsage(in: Steward.fullMessage(for: error))
    if message.hasPrefix("Error: ") { message.removeFirst(7) }
    for value in arguments.compactMap(\.givenValue) {
      message = message.replacing("'\(value)'", with: "'\(value.asRefused)'")
    }
    self.init(message)
  }
}

extension String {
  /// The value that an argument is or holds, as `--limit=VALUE` does; nil for an option without a
  /// value.
  fileprivate var givenValue: String? {
    guard hasPrefix("-") else { return self }
    return firstIndex(of: "=").map { String(self[index(after: $0)...]) }
  }
}

// The usage line of a command, in help texts and in errors.
extension ParsedCommandLine {
  /// The options that every command takes, as ArgumentParser writes them:
  /// `[--data <dir>] … [--quiet]`. The word before them is a name.
  private static let globalOptions = GlobalOptions.usageString()
    .split(separator: " ").dropFirst().joined(separator: " ")

  /// Returns a text of ArgumentParser with `[options]` in place of the options that every command
  /// takes. ArgumentParser itself writes `<options>` for a command with many options.
  static func shorteningUsage(in text: String) -> String {
    let options = "[options]"
    return text.replacing(globalOptions, with: options)
      .replacing("[<options>]", with: options)
      .replacing("<options>", with: options)
  }
}
