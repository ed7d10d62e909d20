internal import AdminProtos
internal import HostProtos
internal import IPC
internal import ProtobufRuntime

/// The checkpoints in a file to which a host has shipped them, a line each.
struct ShippedCheckpoints: Sendable {
  /// As many as one verification takes.
  static let maximumAtOnce = 10_000

  let file: String

  /// Returns them in parts of ``maximumAtOnce`` at most; an empty file is one empty part.
  ///
  /// Every one counts: after a log was rewritten, the host goes on to ship what agrees with
  /// that.
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
        "Line \(number) of '\(file)' is no checkpoint. Give the file that serve "
          + "--audit-checkpoint has written.")
    }
  }
}
