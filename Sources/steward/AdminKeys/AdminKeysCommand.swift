internal import ArgumentParser

/// `steward admin-keys`.
struct AdminKeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "admin-keys",
    abstract: "Administer the keys by which programs administer an organization.",
    subcommands: [
      CreateAdminKey.self, ListAdminKeys.self, RotateAdminKey.self, RevokeAdminKey.self,
    ])
}
