public import ProtobufRuntime

extension Store {
  /// Runs a mutation once, however often its call arrives.
  ///
  /// The response is recorded under the change's actor and call in the same commit as the change. When the
  /// same call arrives again, `body` is not run and the recorded response is returned; when the key arrives
  /// with another method or request, the call throws ``StoreError/Code/keyReused``. A mutation that threw
  /// changed nothing and may be tried again. An empty `call` makes this an ordinary write.
  ///
  /// - Parameter seal: What the response is recorded under, where it holds a secret. Without one, whoever reads the
  ///   store reads the response.
  @discardableResult
  public func once<Request: Message, Response: Message>(
    _ change: Change, request: Request, sealing seal: Seal? = nil,
    _ body: @escaping @Sendable (inout WriteTransaction) throws -> Response
  ) async throws -> Response {
    guard !change.call.isEmpty else { return try await write(change, body) }
    let call = try RecordedCall(change, request: request.serialized(), keyed: core.requests)
    return try await write(change) { tx in
      if let recorded = try tx.recordedResponse(to: call) {
        return try Response(serialized: try seal?.open(recorded, for: call.key) ?? recorded)
      }
      let response = try body(&tx)
      let bytes = try response.serialized()
      try tx.record(try seal?.seal(bytes, for: call.key) ?? bytes, to: call)
      return response
    }
  }
}
