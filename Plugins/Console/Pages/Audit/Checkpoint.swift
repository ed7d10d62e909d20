import HostProtos
import Platform
import Status

/// A position of the log as one word, to keep and to paste: its revision, a colon, and its chain in
/// hexadecimal. `steward audit verify` prints the same.
struct Checkpoint: Hashable, Sendable {
  let position: AuditCheckpoint

  init(_ position: AuditCheckpoint) { self.position = position }

  /// Reads what was pasted; nil if it is no checkpoint.
  init?(_ text: String) {
    let parts = text.trimmed.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let revision = UInt64(parts[0]),
      let chain = Hexadecimal.bytes(parts[1].lowercased().utf8), chain.count == 32
    else { return nil }
    position = AuditCheckpoint(revision: revision, chain: chain)
  }

  var text: String { "\(position.revision):\(Hexadecimal.text(position.chain))" }
}

extension Status {
  static let malformedCheckpoint = Status(
    .invalidArgument, reason: "INVALID_CHECKPOINT", message: "The checkpoint is malformed.",
    fieldViolations: [
      FieldViolation(
        field: "checkpoint", reason: "INVALID_CHECKPOINT",
        message: "must be a number, a colon and 64 hexadecimal digits, as a verification shows it")
    ])
}
