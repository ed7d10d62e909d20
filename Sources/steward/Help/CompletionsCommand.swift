internal import ArgumentParser

/// `steward completions`.
struct CompletionsCommand: Verb {
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

  func run(in session: Session) async throws {
    let script = Steward.completionScript(for: CompletionShell(rawValue: shell.rawValue) ?? .bash)
    try session.console.print(script + "\n")
  }
}
