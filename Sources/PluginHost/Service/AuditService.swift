internal import GoogleProtos
internal import HostProtos
internal import HostServices
internal import IPC
internal import Status
internal import Store

/// The service through which auditors read and verify the log of all changes.
struct AuditService: AuditServiceProtocol {
  /// The maximum number of shipped checkpoints in one request. They fit into a frame, with room to
  /// spare.
  private static let maximumShipped = 10_000

  let store: Store
  /// The path of the file that records the position of the log.
  let checkpoint: String
  let vault: Vault

  func list(
    _ request: ListAuditRequest, context: CallContext
  ) async throws -> ListAuditResponse {
    try await AuditPage(request, by: context.principal).response(from: store)
  }

  func verify(
    _ request: VerifyAuditRequest, context: CallContext
  ) async throws -> VerifyAuditResponse {
    let given = try request.checkpoint.map { try $0.position() }
    let seal = try await vault.checkpointSeal()
    let shipped = try self.shipped(request, under: seal)
    let kept = try store.checkpoint(at: checkpoint, under: seal)?.position
    let verified = try await LogVerification.run(
      of: store, reaching: shipped + [given, kept].compactMap(\.self))
    if verified.finding == nil { try store.advanceCheckpoint(at: checkpoint, under: seal) }
    return VerifyAuditResponse(verified, basis(shipped, given, kept))
  }

  private func basis(
    _ shipped: [LogPosition], _ given: LogPosition?, _ kept: LogPosition?
  ) -> VerificationBasis {
    if let newest = shipped.map(\.revision).max() {
      return .shipped(count: shipped.count, newest: newest)
    }
    if let given { return .given(given.revision) }
    return kept.map {
      .kept($0.revision, isMasterKeyBeside: vault.source == .dataDirectory)
    } ?? .chainKey
  }

  /// Returns the positions of shipped checkpoints. Throws if one of them was not made by a host
  /// with the master key.
  private func shipped(
    _ request: VerifyAuditRequest, under seal: CheckpointSeal
  ) throws(Status) -> [LogPosition] {
    guard request.shipped.count <= Self.maximumShipped else {
      throw .tooManyCheckpoints(Self.maximumShipped)
    }
    var positions: [LogPosition] = []
    for (index, shipped) in request.shipped.enumerated() {
      let position = try shipped.position()
      let sealed = SealedCheckpoint(
        position: position, time: shipped.time ?? GoogleTimestamp(), code: shipped.code)
      guard seal.accepts(sealed) else { throw .foreignCheckpoint(index, shipped.revision) }
      positions.append(position)
    }
    return positions
  }
}

extension AuditCheckpoint {
  /// Returns the position that the checkpoint records.
  fileprivate func position() throws(Status) -> LogPosition {
    guard chain.count == LogPosition.start.chain.count else { throw .malformedCheckpoint }
    return LogPosition(revision: revision, chain: chain)
  }
}

extension VerifyAuditResponse {
  fileprivate init(_ verified: LogVerification, _ basis: VerificationBasis) {
    self.init(
      intact: verified.finding == nil, checked: verified.last.revision,
      firstBrokenRevision: verified.finding?.revision ?? 0,
      finding: verified.finding?.description ?? "",
      checkpoint: verified.finding == nil
        ? AuditCheckpoint(revision: verified.last.revision, chain: verified.last.chain) : nil,
      basis: basis.word, restsOn: basis.text)
  }
}

extension Status {
  fileprivate static let malformedCheckpoint = Status(
    .invalidArgument, reason: "INVALID_CHECKPOINT",
    message: "checkpoint.chain: must be the 32 bytes that an earlier verification returned",
    fieldViolations: [
      FieldViolation(
        field: "checkpoint.chain", reason: "INVALID_CHECKPOINT",
        message: "must be the 32 bytes that an earlier verification returned")
    ])

  fileprivate static func foreignCheckpoint(_ index: Int, _ revision: UInt64) -> Status {
    Status(
      .dataLoss, reason: "CHECKPOINT_FOREIGN",
      message: "The shipped checkpoint \(index + 1), of revision \(revision), was altered, or "
        + "comes from a host with another master key. Give the checkpoints that this host shipped.")
  }

  fileprivate static func tooManyCheckpoints(_ limit: Int) -> Status {
    Status(
      .invalidArgument, reason: "TOO_MANY_CHECKPOINTS",
      message: "shipped: at most \(limit) checkpoints at once; verify in several calls")
  }
}
