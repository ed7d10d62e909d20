internal import ArgumentParser
internal import PluginHost

/// `steward restore`.
struct RestoreCommand: GlobalVerb {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put the store back from what backup has written.",
    discussion: """
      No host may run. The backup is checked, every event of it, before anything is touched; the \
      store that it replaces stays in the data directory under another name, which is printed.

      The master key of the installation must be there first: the backup is refused unless a host \
      with that key wrote it, and its hashed and sealed values need the key anyway. Where the key \
      is lost, --unverified takes the backup as it is: organizations, members and the log are \
      then there, while keys, invites and sessions are lost with the master key. All who could \
      write to the file decide what is in it; the log keeps that it was not verified.
      """)

  @Argument(help: "The file that backup wrote.")
  var file: String

  @Flag(help: "Take a backup without proof that a host with the master key wrote it.")
  var unverified = false

  @OptionGroup var global: GlobalOptions

  func validate() throws { try refuseFormat(of: "restore") }

  func run(in session: Session) async throws {
    let restored = try await Restoration.run(
      file, over: try HostConnection.configuration(global, session: session),
      isVerified: !unverified)
    let revision = "Restored \(file): the store is at revision \(restored.revision)."
    let replaced = restored.replaced.map { " What it replaced is kept in \($0)" }
    session.console.note(revision + (replaced ?? ""))
  }
}
