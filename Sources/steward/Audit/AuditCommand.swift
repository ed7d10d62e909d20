internal import ArgumentParser

/// `steward audit`.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "List who changed what, and verify that the log is intact.",
    subcommands: [ListAudit.self, VerifyAudit.self])
}
