public import ProtobufRuntime
internal import StoreProtos

extension Store {
  /// Runs a mutation once, however often its call arrives.
  ///
  /// The response is recorded under the change's actor and call, in the same commit as the change.
  /// When the same call arrives again, `body` is not run and the recorded response is returned. If
  /// `judge` throws, the response isn't returned, because the caller may have lost its access
  /// since. When the key arrives with another method or request, the call throws
  /// ``StoreError/Code/keyReused``. A mutation that threw changed nothing and may be tried again.
  /// An empty `call` makes this an ordinary write.
  ///
  /// - Parameters:
  ///   - seal: The seal for the recorded response, if the response holds a secret. Without a seal,
  ///     every process that reads the store can read the response.
  ///   - judge: Throws if the caller doesn't meet an outcome's conditions, before the response is
  ///     opened. The conditions may be about records as they are now.
  @discardableResult
  public func once<Request: Message, Response: Message>(
    _ change: Change, request: Request, sealing seal: Seal? = nil,
    judging judge: @escaping @Sendable ([UInt8], borrowing WriteTransaction) throws -> Void,
    _ body: @escaping @Sendable (inout WriteTransaction) throws -> Outcome<Response>
  ) async throws -> Response {
    guard !change.call.isEmpty else { return try await write(change) { try body(&$0).response } }
    let call = try RecordedCall(change, request: request.serialized(), keyed: core.requests)
    return try await write(change) { tx in
      if let recorded = try tx.recordedOutcome(of: call) {
        try judge(recorded.conditions, tx)
        return try Response(
          serialized: try seal?.open(recorded.response, for: call.key) ?? recorded.response)
      }
      let outcome = try body(&tx)
      let bytes = try outcome.response.serialized()
      try tx.record(
        try seal?.seal(bytes, for: call.key) ?? bytes, conditions: outcome.conditions, of: call)
      return outcome.response
    }
  }
}
