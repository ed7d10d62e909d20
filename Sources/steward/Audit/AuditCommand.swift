internal import ArgumentParser

/// `steward audit`.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "See who changed what, and check that nobody has changed that.",
    subcommands: [ListAudit.self, VerifyAudit.self])
}
