internal import ArgumentParser
internal import IPC
internal import ProtobufRuntime

/// An error in the command line. The program exits with 64.
struct UsageError: Error, Hashable, CustomStringConvertible {
  /// What is wrong, and what to type instead.
  var description: String

  init(_ description: String) { self.description = description }
}

// The error for a command word that does not exist.
extension UsageError {
  /// The hints for commands that users may know from other programs.
  private static let remedies = [
    "workspaces delete": "workspaces are archived, not deleted: steward workspaces archive ID",
    "workspaces remove": "workspaces are archived, not deleted: steward workspaces archive ID",
    "workspaces rm": "workspaces are archived, not deleted: steward workspaces archive ID",
    "orgs archive": "organizations are deleted, not archived: steward orgs delete ID",
    "orgs remove": "organizations are deleted: steward orgs delete ID",
    "orgs rm": "organizations are deleted: steward orgs delete ID",
    "plugin restart": "to restart a plugin: steward plugin reload NAME",
    "logs": "to see a plugin's log: steward plugin logs NAME",
    "events": "to see events: steward watch",
    "start": "to start the host: steward serve",
    "stop": "to stop a host, send SIGTERM or press Ctrl-C; steward status shows its pid",
  ]

  static func unknownCommand(
    _ word: String, in command: any ParsableCommand.Type, after words: [String]
  ) -> UsageError {
    let path = (words + [word]).joined(separator: " ")
    if let remedy = remedies[path] {
      return UsageError("There is no command '\(path)'; \(remedy)")
    }
    let names = command.configuration.subcommands.compactMap { $0.configuration.commandName }
    let repeated = (words + [Nearest.repeated(word, among: names)]).joined(separator: " ")
    let help = (["steward"] + words + ["--help"]).joined(separator: " ")
    let didYouMean = Nearest.didYouMean(for: word, among: names)
    return UsageError("There is no command '\(repeated)'.\(didYouMean) See: \(help)")
  }
}
