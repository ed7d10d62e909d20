internal import AdminProtos
public import ProtobufRuntime
internal import Status
public import Store

/// Mutations that are made once. Their outcome is returned again only to a caller who is still
/// allowed to have it.
extension Store {
  /// Runs a mutation once, however often its call arrives; see
  /// `Store.once(_:request:sealing:judging:_:)`.
  ///
  /// Everything that `body` requires of its access is stored with the outcome, and required again
  /// of a caller who repeats the request. A caller who has lost a role, or the place of the role, or
  /// the record that was their own, is refused like any other.
  ///
  /// - Throws: `UNJUDGED_CHANGE`, an internal error, when `body` required nothing. Nothing is
  ///   changed then.
  @discardableResult
  public func once<Request: Message, Response: Message>(
    _ change: Change, by access: Access, request: Request, sealing seal: Seal? = nil,
    _ body: @escaping @Sendable (inout WriteTransaction, Access) throws -> Response
  ) async throws -> Response {
    try await once(
      change, request: request, sealing: seal,
      judging: { try access.require(conditions: $0, in: $1) }
    ) { tx in
      // The body may run again when another write of its commit fails.
      let journal = AccessJournal()
      let response = try body(&tx, access.noting(in: journal))
      guard !journal.isEmpty else { throw Status.unjudged(change.method) }
      return Outcome(response, conditions: try journal.record.serialized())
    }
  }

  /// Runs a mutation once that a secret in its request allows, whichever caller sends it.
  ///
  /// The outcome is returned again only for the same request, so only to a caller who has the
  /// secret. So `body` need not require anything of an access.
  ///
  /// - Parameter seal: The seal for the recorded response, if the response holds a secret.
  @discardableResult
  public func once<Request: Message, Response: Message>(
    _ change: Change, bySecretIn request: Request, sealing seal: Seal? = nil,
    _ body: @escaping @Sendable (inout WriteTransaction) throws -> Response
  ) async throws -> Response {
    try await once(change, request: request, sealing: seal, judging: { _, _ in }) { tx in
      Outcome(try body(&tx), conditions: [])
    }
  }
}

extension Access {
  /// Throws unless the caller meets all conditions that a journal has recorded.
  fileprivate func require(
    conditions bytes: [UInt8], in tx: borrowing WriteTransaction
  ) throws {
    for record in try AccessConditionsRecord(serialized: bytes).conditions {
      guard let condition = AccessCondition(record) else { throw AdminError.replayDenied }
      try require(condition, in: tx)
    }
  }
}

extension Status {
  fileprivate static func unjudged(_ method: String) -> Status {
    Status(
      .internal, reason: "UNJUDGED_CHANGE",
      message: "\(method) tried to change something without a check of its caller's permissions, "
        + "so nothing was changed. This is a bug in Steward; report it.")
  }
}
