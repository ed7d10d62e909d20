internal import ArgumentParser

/// `steward admin-keys`.
struct AdminKeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "admin-keys",
    abstract: "Administer admin keys, for programs that administer an organization.",
    subcommands: [
      CreateAdminKey.self, ListAdminKeys.self, RotateAdminKey.self, RevokeAdminKey.self,
    ])
}
