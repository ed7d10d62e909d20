public import ProtobufRuntime

extension Store {
  /// Runs a mutation once, however often its call arrives.
  ///
  /// The response is recorded under the change's actor and call in the same commit as the change. When the
  /// same call arrives again, `body` is not run and the recorded response is returned; when the key arrives
  /// with another method or request, the call throws ``StoreError/Code/keyReused``. A mutation that threw
  /// changed nothing and may be tried again. An empty `call` makes this an ordinary write.
  @discardableResult
  public func once<Request: Message, Response: Message>(
    _ change: Change, request: Request,
    _ body: @escaping @Sendable (inout WriteTransaction) throws -> Response
  ) async throws -> Response {
    guard !change.call.isEmpty else { return try await write(change, body) }
    let call = try RecordedCall(change, request: request.serialized())
    return try await write(change) { tx in
      if let response = try tx.recordedResponse(to: call) {
        return try Response(serialized: response)
      }
      let response = try body(&tx)
      try tx.record(response.serialized(), to: call)
      return response
    }
  }
}
