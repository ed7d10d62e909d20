internal import ArgumentParser

/// What a command line asks for.
enum ParsedCommandLine {
  case verb(any Verb)
  /// Help, or the version: text to print.
  case text(String)
}

extension ParsedCommandLine {
  /// Reads the arguments, which come without the program's name.
  init(_ arguments: [String]) throws {
    if let topic = HelpTopic(arguments) {
      self = .text(topic.text)
      return
    }
    let arguments = try CommandWords.ordered(arguments)
    do {
      self = try Self.command(try Steward.parseAsRoot(arguments))
    } catch  where Steward.exitCode(for: error) == .success {
      self = .text(Steward.fullMessage(for: error) + "\n")
    } catch {
      throw UsageError(argumentParser: error)
    }
  }

  private static func command(_ command: any ParsableCommand) throws -> ParsedCommandLine {
    if let verb = command as? any Verb { return .verb(verb) }
    // A noun without a verb, or ArgumentParser's own help: both "fail" with the text to print.
    var command = command
    try command.run()
    return .text("")
  }
}

extension UsageError {
  /// The refusal in ArgumentParser's words, without the "Error: " that our own printing adds.
  fileprivate init(argumentParser error: any Error) {
    let message = Steward.fullMessage(for: error)
    self.init(message.hasPrefix("Error: ") ? String(message.dropFirst(7)) : message)
  }
}
