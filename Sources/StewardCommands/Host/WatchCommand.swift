internal import AdminProtos
internal import ArgumentParser
internal import HostProtos
internal import HostServices
internal import IPC
internal import ProtobufRuntime
internal import StoreProtos

/// `steward watch`.
struct WatchCommand: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Print every change as it is committed.",
    discussion: """
      Prints a table on a terminal, and JSON lines elsewhere. Each event has a revision. To miss \
      no event, continue with --from and the revision after the last one that you saw.
      """)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The first revision to print. (default: only new events)", valueName: "revision"))
  var from: Int64?

  @Flag(help: "Stop after the newest event. Without --from, start at the first event.")
  var once = false

  @OptionGroup var filter: EventFilterOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let from, from < 1 {
      throw ValidationError("--from must be at least 1, not \(from); 1 is the first revision.")
    }
  }

  var isEndless: Bool { !once }

  func run(over channel: any Channel, in session: Session) async throws {
    let printer = StreamPrinter<Event>(
      format: global.streamFormat(session.console), console: session.console,
      line: { $0.readable(style: $1) }, id: { String($0.revision) })
    var last: UInt64?
    do {
      let request = try await request(over: channel)
      let events = try await HostClient(channel).watch(request, options: callOptions)
      for try await event in events {
        try printer.print(event)
        last = event.revision
      }
    } catch {
      noteHowToGoOn(after: last, session.console)
      throw error
    }
    if !once { noteHowToGoOn(after: last, session.console) }
  }

  private func request(over channel: any Channel) async throws -> WatchRequest {
    let wanted = try await filter.wanted(over: channel, options: callOptions)
    return WatchRequest(
      fromRevision: firstRevision, once: once, actor: wanted.actor, actions: wanted.actions,
      resource: wanted.resource, organizationId: wanted.organization)
  }

  /// Notes how to continue after the last event, unless the output is a pipe: its reader may have
  /// left before that event.
  private func noteHowToGoOn(after last: UInt64?, _ console: Console) {
    guard let last, last < .max, !console.outputIsPipe else { return }
    console.note("To continue: steward watch --from \(last + 1)")
  }

  /// The first revision to request; 0 stands for "from now on".
  private var firstRevision: UInt64 { from.map(UInt64.init) ?? (once ? 1 : 0) }
}

extension Event {
  /// Returns the event on one line: revision, time, action, resource, actor.
  fileprivate func readable(style: Style) -> String {
    let stamp = (try? wholeJSON())?["time"]?.scalarText.wholeSeconds ?? ""
    return [
      style.paint(String(revision).padded(to: 6), .dim), stamp.padded(to: 20),
      action.singleLine.padded(to: 22), resource.singleLine.padded(to: 36), actor.singleLine,
    ].joined(separator: "  ")
  }
}
