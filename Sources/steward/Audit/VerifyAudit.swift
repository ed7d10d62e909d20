internal import ArgumentParser
internal import IPC
internal import ProtobufRuntime
internal import StewardProtos
internal import StewardServices

/// `steward audit verify`.
struct VerifyAudit: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract:
      "Check that the log is what was written: nothing altered, dropped, swapped or cut off.",
    discussion: """
      Each event is tied to all before it by a keyed hash. That the end was cut off shows by a \
      checkpoint: the host keeps the last one beside the store. Who may write to both can put both \
      back, so keep the one that is printed elsewhere too, and give it at the next verification.
      """)

  @Option(
    help: ArgumentHelp(
      "A checkpoint that an earlier verification printed. Default: the one the host has kept.",
      valueName: "checkpoint"))
  var checkpoint: CheckpointText?

  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let response = try await AuditClient(channel).verify(
      VerifyAuditRequest(checkpoint: checkpoint?.value), options: callOptions)
    try report(of: response).print(as: global.output ?? .table, to: session.console)
    guard response.intact else {
      throw Status(
        .dataLoss, reason: "AUDIT_LOG_BROKEN",
        message: "\(response.finding) Restore a backup from before: steward restore FILE")
    }
  }

  private func report(of response: VerifyAuditResponse) throws -> Report {
    let json = try response.wholeJSON()
    let checkpoint = response.checkpoint.map { CheckpointText($0).description }
    let card = TextTable(
      rows: [
        [.init("log", .dim), response.intact ? .init("intact", .green) : .init("broken", .red)],
        [.init("events", .dim), .init(Amounts.count(response.checked))],
      ] + (checkpoint.map { [[.init("checkpoint", .dim), .init($0)]] } ?? []))
    return Report(
      response: json, items: [json], ids: checkpoint.map { [$0] } ?? [],
      readable: { card.text(style: $0) })
  }
}
