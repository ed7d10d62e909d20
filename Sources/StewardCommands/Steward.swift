internal import ArgumentParser

/// The root command.
struct Steward: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "steward",
    abstract: "A modular admin control plane.",
    discussion: """
      Every command works with or without a running host. If `steward serve` runs on the data \
      directory, the command connects to it. Otherwise the command starts the plugins that it \
      needs, and stops them at the end.

      Data goes to standard output, everything else to standard error. `steward help exit-codes` \
      lists the exit codes.
      """,
    version: version,
    groupedSubcommands: [
      CommandGroup(
        name: "First run and logins",
        subcommands: [
          ConsoleCommand.self, InitCommand.self, RecoverCommand.self, AuthCommand.self,
          AdminKeysCommand.self,
        ]),
      CommandGroup(
        name: "Admin",
        subcommands: [
          OrgsCommand.self, WorkspacesCommand.self, UsersCommand.self, InvitesCommand.self,
          KeysCommand.self, FindCommand.self, ResolveCommand.self,
        ]),
      CommandGroup(
        name: "Automation",
        subcommands: [ApplyCommand.self, ExportCommand.self, ImportCommand.self]),
      CommandGroup(
        name: "Host",
        subcommands: [
          ServeCommand.self, StatusCommand.self, PluginCommand.self, AuditCommand.self,
          BackupCommand.self, RestoreCommand.self, ResizeCommand.self, DoctorCommand.self,
        ]),
      CommandGroup(
        name: "Any plugin",
        subcommands: [
          CallCommand.self, BatchCommand.self, DescribeCommand.self, WatchCommand.self,
        ]),
      CommandGroup(name: "Shell", subcommands: [CompletionsCommand.self]),
    ])
}

/// `steward completions`.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print a shell's completion script.",
    discussion: """
      bash: steward completions bash > ~/.local/share/bash-completion/completions/steward
      zsh:  steward completions zsh > FOLDER/_steward, with a FOLDER of your fpath
      fish: steward completions fish > ~/.config/fish/completions/steward.fish
      """)

  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish
  }

  @Argument(help: "The shell.")
  var shell: Shell

  /// The script to print.
  var script: String {
    Steward.completionScript(for: CompletionShell(rawValue: shell.rawValue) ?? .bash) + "\n"
  }
}
