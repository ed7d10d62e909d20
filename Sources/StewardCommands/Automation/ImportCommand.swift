internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward import`.
struct ImportCommand: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import an export into an empty store.",
    discussion: """
      Imports all of it or nothing: if a line is wrong, the store stays empty and the error names \
      the line. Ids, times, etags and the history stay the same.

      The export must be unchanged, and a host with the same master key must have written it. \
      --unverified imports an export without this proof, with everything that others may have put \
      into the file, such as another admin. The log then records that the import was unverified. \
      Under another master key, API keys, admin keys and invites are of no use, so an export with \
      any of them is refused even then.
      """)

  @Argument(help: "The file that export wrote, or - for standard input.")
  var file: String

  @Flag(help: "Import an export without proof that a host with the master key wrote it.")
  var unverified = false

  @OptionGroup var global: GlobalOptions

  var makesInstallation: Bool { true }

  func validate() throws { try refuseFormat(of: "import") }

  func run(over channel: any Channel, in session: Session) async throws {
    let source: RequestSource = file == "-" ? .standardInput : .file(file)
    let input = try source.lines(in: session)
    let console = session.console
    let progress = try await AutomationClient(channel).import(options: callOptions) { writer in
      try await writer.send(ImportRequest(unverified: unverified))
      try await Self.send(input, to: writer, console)
    }
    var bar = ProgressBar("Importing", on: console)
    defer { bar.clear() }
    var last = ImportProgress()
    for try await one in progress {
      bar.show(one.objects, of: one.totalObjects)
      last = one
    }
    bar.clear()
    console.note("Imported \(Amounts.count(last.objects)) objects.")
  }

  private static func send(
    _ input: any LineSource, to writer: MessageWriter<ImportRequest>, _ console: Console
  ) async throws {
    var bar = ProgressBar("Sending", on: console)
    var sent: UInt64 = 0
    while let block = try await input.nextBlock() {
      try await writer.send(ImportRequest(data: block))
      sent += UInt64(block.count)
      bar.show(bytes: sent)
    }
    bar.clear()
  }
}
