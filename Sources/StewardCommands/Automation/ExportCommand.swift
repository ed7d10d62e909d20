internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward export`.
struct ExportCommand: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write everything in the store as JSON lines.",
    discussion: """
      Writes a header, then every event, then every record with its hashes and sealed values. An \
      import into an empty store gives the same store. Keep FILE secret: only you can read it, and \
      it appears only when it is complete. Sealed values need the same master key again.
      """)

  @Argument(help: "The file to write, or - for standard output.")
  var file: String = "-"

  @OptionGroup var global: GlobalOptions

  func validate() throws { try refuseFormat(of: "export") }

  func run(over channel: any Channel, in session: Session) async throws {
    let file = try OutputFile(file, console: session.console)
    var bar = ProgressBar("Exporting", on: session.console.apart(from: self.file))
    var done: UInt64 = 0
    defer { bar.clear() }
    let chunks = try await AutomationClient(channel).export(ExportRequest(), options: callOptions)
    for try await chunk in chunks {
      try file.write(chunk.lines)
      done = min(done, .max - chunk.objects) + chunk.objects
      bar.show(done, of: chunk.totalObjects)
    }
    try file.finish()
    bar.clear()
    guard self.file != "-" else { return }
    session.console.note(
      "Exported \(Amounts.count(done)) objects to \(self.file). "
        + "It holds every hash and sealed value.")
  }
}

extension Console {
  /// Returns the console for a command that also writes data to `file`. If the data goes to a
  /// terminal, no progress is shown, because it would stand between the lines of the data.
  fileprivate func apart(from file: String) -> Console {
    var console = self
    if file == "-" && outputIsTerminal { console.errorsAreTerminal = false }
    return console
  }
}

extension Verb {
  /// Throws if `--output` is given to a command that has only one format.
  func refuseFormat(of command: String) throws {
    guard global.output == nil else {
      throw ValidationError("\(command) has only one format; leave --output out.")
    }
  }
}
