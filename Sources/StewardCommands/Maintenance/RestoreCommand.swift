internal import ArgumentParser
internal import PluginHost

/// `steward restore`.
struct RestoreCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Replace the store with a backup.",
    discussion: """
      No host may be running. Every event of the backup is checked before anything changes. The \
      replaced store stays in the data directory under another name, which is printed.

      The master key of the installation must be present first: the backup is refused unless a \
      host with that key wrote it. --unverified restores it without this proof. Anyone who could \
      write to the file then decides what is in it. The log records that the backup was not \
      verified.

      A lost master key can't be replaced: the store, restored or not, accepts no other key. \
      Without its key, organizations, workspaces and the log can be read. Members, keys, logins, \
      backups, exports and steward audit verify need the key. To begin again in another data \
      directory: steward init, then steward apply
      """)

  @Argument(help: "The file that backup wrote.")
  var file: String

  @Flag(help: "Restore a backup without proof that a host with the master key wrote it.")
  var unverified = false

  @OptionGroup var global: GlobalOptions

  func validate() throws { try refuseFormat(of: "restore") }

  func run(in session: Session) async throws {
    let restored = try await Restoration.run(
      file, over: try global.hostConfiguration(in: session),
      isVerified: !unverified)
    let revision = "Restored \(file): the store is at revision \(restored.revision)."
    let replaced = restored.replaced.map { " The replaced store is kept in \($0)" }
    session.console.note(revision + (replaced ?? ""))
  }
}
