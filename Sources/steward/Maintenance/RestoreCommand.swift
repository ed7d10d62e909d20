internal import ArgumentParser
internal import PluginHost

/// `steward restore`.
struct RestoreCommand: GlobalVerb {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put the store back from what backup has written.",
    discussion: """
      No host may run. The backup is checked, every event of it, before anything is touched; the \
      store that it replaces stays in the data directory under another name, which is printed.
      """)

  @Argument(help: "The file that backup wrote.")
  var file: String

  @OptionGroup var global: GlobalOptions

  func validate() throws { try refuseFormat(of: "restore") }

  func run(in session: Session) async throws {
    let restored = try await Restoration.run(
      file, over: try HostConnection.configuration(global, session: session))
    let revision = "Restored \(file): the store is at revision \(restored.revision)."
    let replaced = restored.replaced.map { " What it replaced is kept in \($0)" }
    session.console.note(revision + (replaced ?? ""))
  }
}
