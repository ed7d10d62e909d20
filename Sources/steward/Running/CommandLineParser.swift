internal import ArgumentParser
internal import ProtobufRuntime

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
      throw UsageError(argumentParser: error, of: arguments)
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
  /// The refusal in ArgumentParser's words, without the "Error: " that our own printing adds, and without what may be a
  /// secret among the values that it repeats.
  fileprivate init(argumentParser error: any Error, of arguments: [String]) {
    var message = Steward.fullMessage(for: error)
    if message.hasPrefix("Error: ") { message.removeFirst(7) }
    for value in arguments.compactMap(\.givenValue) {
      message = message.replacing("'\(value)'", with: "'\(value.asRefused)'")
    }
    self.init(message)
  }
}

extension String {
  /// The value that an argument is or holds, as `--limit=VALUE` does.
  fileprivate var givenValue: String? {
    guard hasPrefix("-") else { return self }
    return firstIndex(of: "=").map { String(self[index(after: $0)...]) }
  }
}
