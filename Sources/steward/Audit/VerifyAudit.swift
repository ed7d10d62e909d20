internal import AdminProtos
internal import ArgumentParser
internal import HostProtos
internal import HostServices
internal import IPC
internal import ProtobufRuntime
internal import Status

/// `steward audit verify`.
struct VerifyAudit: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract:
      "Check that the log is what was written: nothing altered, dropped, swapped or cut off.",
    discussion: """
      Each event is tied to all before it by a keyed hash, whose key lies beside the log. So who has \
      the disk can rewrite all of it, and only a checkpoint shows that. The host keeps one in the \
      data directory, under the master key: it shows a log that was rewritten or cut off by who \
      doesn't have that key, so keep the key on another disk (STEWARD_MASTER_KEY_FILE). That the \
      whole data directory is an older copy shows only by what was kept elsewhere: what serve \
      --audit-checkpoint has shipped, or a checkpoint that an earlier verification printed. What \
      the verdict rests on is printed with it.
      """)

  @Option(
    help: ArgumentHelp(
      "A checkpoint that an earlier verification printed. Default: the one the host has kept.",
      valueName: "checkpoint"))
  var checkpoint: CheckpointText?

  @Option(
    help: ArgumentHelp(
      "The file to which serve --audit-checkpoint has shipped checkpoints; all of them count.",
      valueName: "file"))
  var shipped: String?

  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let response = try await response(over: channel, in: session)
    try report(of: response).print(as: global.output ?? .table, to: session.console)
    guard response.intact else {
      throw Status(
        .dataLoss, reason: "AUDIT_LOG_BROKEN",
        message: "\(response.finding) Restore a backup from before: steward restore FILE")
    }
  }

  /// Returns the verdict. For a file of many checkpoints, it is the first bad verdict, or else the
  /// last.
  private func response(
    over channel: any Channel, in session: Session
  ) async throws -> VerifyAuditResponse {
    let parts = try await shipped.map(ShippedCheckpoints.init)?.parts(in: session) ?? [[]]
    var response = VerifyAuditResponse()
    for part in parts {
      response = try await AuditClient(channel).verify(
        VerifyAuditRequest(checkpoint: checkpoint?.value, shipped: part), options: callOptions)
      guard response.intact else { break }
    }
    return response
  }

  private func report(of response: VerifyAuditResponse) throws -> Report {
    let json = try response.wholeJSON()
    let checkpoint = response.checkpoint.map { CheckpointText($0).description }
    let card = TextTable(
      rows: [
        [.init("log", .dim), response.intact ? .init("intact", .green) : .init("broken", .red)],
        [.init("events", .dim), .init(Amounts.count(response.checked))],
        [.init("rests on", .dim), .init(response.restsOn)],
      ] + (checkpoint.map { [[.init("checkpoint", .dim), .init($0)]] } ?? []))
    return Report(
      response: json, items: [json], ids: checkpoint.map { [$0] } ?? [],
      readable: { card.text(style: $0) })
  }
}
