internal import ArgumentParser

/// The usage line of a command, in help texts and in errors.
enum UsageLine {
  private static let options = "[options]"

  /// The options that every command takes, as ArgumentParser writes them:
  /// `[--data <dir>] … [--quiet]`. The word before them is a name.
  private static let global = GlobalOptions.usageString()
    .split(separator: " ").dropFirst().joined(separator: " ")

  /// Returns a text of ArgumentParser with `[options]` in place of the options that every command
  /// takes. ArgumentParser itself writes `<options>` for a command with many options.
  static func shortened(in text: String) -> String {
    text.replacing(global, with: options)
      .replacing("[<options>]", with: options)
      .replacing("<options>", with: options)
  }
}
