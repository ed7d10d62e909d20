internal import ArgumentParser

/// `steward keys`.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Administer API keys.",
    discussion: """
      Issued keys are made and verified here; a key's secret is shown once. Registered keys come from \
      elsewhere and are kept sealed.
      """,
    subcommands: [
      IssueKey.self, RegisterKey.self, GetKey.self, ListKeys.self, UpdateKey.self, LinkKey.self,
      RotateKey.self, RevokeKey.self, VerifyKey.self, RevealKey.self,
    ])
}
