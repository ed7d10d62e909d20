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
    abstract: "Verify that no event of the log was altered, dropped, swapped or cut off.",
    discussion: """
      A keyed hash ties each event to all events before it, and its key lies beside the log. So an \
      attacker with access to the disk can rewrite the whole log, and only a checkpoint reveals \
      that. The host keeps a checkpoint in the data directory, protected by the master key. It \
      reveals that an attacker without that key rewrote the log or cut it off, so keep the key on \
      another disk (STEWARD_MASTER_KEY_FILE). Only a checkpoint that is kept elsewhere reveals \
      that the whole data directory is an older copy: one that serve --audit-checkpoint shipped, \
      or one that an earlier verification printed. The verdict says what it rests on.
      """)

  @Option(
    help: ArgumentHelp(
      "A checkpoint that an earlier verification printed. (default: the one that the host keeps)",
      valueName: "checkpoint"))
  var checkpoint: CheckpointText?

  @Option(
    help: ArgumentHelp(
      "The file with the checkpoints that serve --audit-checkpoint shipped; all of them count.",
      valueName: "file"))
  var shipped: String?

  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let response = try await response(over: channel, in: session)
    try report(of: response).print(as: global.output ?? .table, to: session.console)
    guard response.intact else {
      throw Status(
        .dataLoss, reason: "AUDIT_LOG_BROKEN",
        message: "\(response.finding) Restore an earlier backup: steward restore FILE")
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
