internal import AdminProtos
internal import ArgumentParser
internal import HostProtos
internal import HostServices
internal import IPC
internal import ProtobufRuntime

/// `steward plugin logs`.
struct PluginLogs: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "logs", abstract: "Print a plugin's log.")

  @Argument(help: "The plugin's name.")
  var name: String

  @Flag(name: .shortAndLong, help: "Keep printing new lines.")
  var follow = false

  @Option(
    parsing: .unconditional,
    help: "The number of last lines to begin with. (default: all kept lines)")
  var tail: Int?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let tail, UInt32(exactly: tail) == nil || tail == 0 {
      throw ValidationError("--tail must be at least 1, not \(tail); leave it out for all lines.")
    }
  }

  var isEndless: Bool { follow }

  func run(over channel: any Channel, in session: Session) async throws {
    let request = LogsRequest(name: name, tail: UInt32(tail ?? 0), follow: follow)
    let printer = StreamPrinter<LogLine>(
      format: global.output ?? .table, console: session.console, line: { $0.readable(style: $1) },
      id: \.text)
    var isEmpty = true
    for try await line in try await HostClient(channel).logs(request, options: callOptions) {
      isEmpty = false
      try printer.print(line)
    }
    if isEmpty { session.console.note("There is no log of '\(name)': it has not run yet.") }
  }
}

extension LogLine {
  /// Returns the time and the text of the line. The host's own remarks are in brackets.
  fileprivate func readable(style: Style) -> String {
    let stamp = (try? wholeJSON())?["time"]?.scalarText.wholeSeconds ?? ""
    let line = source == "host" ? style.paint("[\(text.singleLine)]", .dim) : text.singleLine
    return "\(style.paint(stamp, .dim))  \(line)"
  }
}
