internal import IPC
internal import StewardProtos
internal import StewardServices
internal import Store

/// The log of all changes, as auditors see it.
struct AuditDesk: AuditService {
  let store: Store
  /// The file that remembers where the log stood.
  let checkpoint: String

  func list(
    _ request: ListAuditRequest, context: CallContext
  ) async throws -> ListAuditResponse {
    try await AuditPage(request).response(from: store)
  }

  func verify(
    _ request: VerifyAuditRequest, context: CallContext
  ) async throws -> VerifyAuditResponse {
    let known = try request.checkpoint.map { try $0.position() } ?? store.checkpoint(at: checkpoint)
    let verified = try await LogVerification.run(of: store, reaching: known)
    if verified.finding == nil { try store.advanceCheckpoint(at: checkpoint) }
    return VerifyAuditResponse(verified)
  }
}

extension AuditCheckpoint {
  /// The position that it tells of.
  fileprivate func position() throws(Status) -> LogPosition {
    guard chain.count == LogPosition.start.chain.count else { throw .malformedCheckpoint }
    return LogPosition(revision: revision, chain: chain)
  }
}

extension VerifyAuditResponse {
  fileprivate init(_ verified: LogVerification) {
    self.init(
      intact: verified.finding == nil, checked: verified.last.revision,
      firstBrokenRevision: verified.finding?.revision ?? 0,
      finding: verified.finding?.description ?? "",
      checkpoint: verified.finding == nil
        ? AuditCheckpoint(revision: verified.last.revision, chain: verified.last.chain) : nil)
  }
}

extension Status {
  fileprivate static let malformedCheckpoint = Status(
    .invalidArgument, reason: "INVALID_CHECKPOINT",
    message: "checkpoint.chain: must be 32 bytes, as an earlier verification gave them",
    fieldViolations: [
      FieldViolation(
        field: "checkpoint.chain", reason: "INVALID_CHECKPOINT",
        message: "must be 32 bytes, as an earlier verification gave them")
    ])
}
