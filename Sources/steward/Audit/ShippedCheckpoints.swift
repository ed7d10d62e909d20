internal import AdminProtos
internal import HostProtos
internal import IPC
internal import ProtobufRuntime

/// A file of checkpoints that a host has shipped, one per line.
struct ShippedCheckpoints: Sendable {
  /// The maximum number of checkpoints that one verification takes.
  static let maximumAtOnce = 10_000

  let file: String

  /// Returns the checkpoints in parts of at most ``maximumAtOnce``. An empty file is one empty
  /// part.
  ///
  /// Every checkpoint counts: after a log was rewritten, the host goes on to ship checkpoints that
  /// agree with the rewritten log.
  func parts(in session: Session) async throws -> [[AuditCheckpoint]] {
    let lines = try RequestSource.file(file).lines(in: session)
    var parts: [[AuditCheckpoint]] = [[]]
    var number = 0
    while let line = try await lines.next() {
      number += 1
      guard !line.isEmpty else { continue }
      if parts[parts.count - 1].count == Self.maximumAtOnce { parts.append([]) }
      parts[parts.count - 1].append(try checkpoint(line, number))
    }
    return parts
  }

  private func checkpoint(_ line: String, _ number: Int) throws -> AuditCheckpoint {
    do {
      return try AuditCheckpoint(json: line)
    } catch {
      throw UsageError(
        "Line \(number) of '\(file)' is not a checkpoint. Give the file that serve "
          + "--audit-checkpoint wrote.")
    }
  }
}
