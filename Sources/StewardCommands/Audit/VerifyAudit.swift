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

  /// The maximum number of checkpoints that one call takes.
  private static let maximumCheckpoints = 10_000

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
    try print(report(of: response), in: session)
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
    let parts = try await shippedParts(in: session)
    var response = VerifyAuditResponse()
    for part in parts {
      response = try await AuditClient(channel).verify(
        VerifyAuditRequest(checkpoint: checkpoint?.value, shipped: part), options: callOptions)
      guard response.intact else { break }
    }
    return response
  }

  /// Returns the shipped checkpoints in parts of at most ``maximumCheckpoints``. Without a file, or
  /// with an empty one, it is one empty part.
  ///
  /// Every checkpoint counts: after a log was rewritten, the host goes on to ship checkpoints that
  /// agree with the rewritten log.
  private func shippedParts(in session: Session) async throws -> [[AuditCheckpoint]] {
    var parts: [[AuditCheckpoint]] = [[]]
    guard let shipped else { return parts }
    let lines = try RequestSource.file(shipped).lines(in: session)
    var number = 0
    while let line = try await lines.next() {
      number += 1
      guard !line.isEmpty else { continue }
      if parts[parts.count - 1].count == Self.maximumCheckpoints { parts.append([]) }
      parts[parts.count - 1].append(try Self.checkpoint(line, number, of: shipped))
    }
    return parts
  }

  /// Reads one line of a file of shipped checkpoints.
  private static func checkpoint(
    _ line: String, _ number: Int, of file: String
  ) throws -> AuditCheckpoint {
    do {
      return try AuditCheckpoint(json: line)
    } catch {
      throw UsageError(
        "Line \(number) of '\(file)' is not a checkpoint. Give the file that serve "
          + "--audit-checkpoint wrote.")
    }
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
