internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward import`.
struct ImportCommand: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Fill an empty store with what export has written.",
    discussion: """
      All of it, or nothing: when a line is wrong the store stays empty, and the error names the \
      line. Ids, times, etags and the history stay as they were.

      The export must be as a host with the same master key has written it. --unverified takes \
      any other too, and with it all that was put into the file by those who could write to it, \
      as a further admin. The log then says that it was so.
      """)

  @Argument(help: "The file that export wrote, or - for standard input.")
  var file: String

  @Flag(help: "Take an export without proof that a host with the master key wrote it.")
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
