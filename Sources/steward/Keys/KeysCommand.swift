internal import ArgumentParser

/// `steward keys`.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Administer API keys.",
    discussion: """
      Issued keys are created and verified here, and their secrets are shown once. Registered keys \
      come from another service, and are stored sealed.
      """,
    subcommands: [
      IssueKey.self, RegisterKey.self, GetKey.self, ListKeys.self, UpdateKey.self, LinkKey.self,
      RotateKey.self, RevokeKey.self, VerifyKey.self, RevealKey.self,
    ])
}
