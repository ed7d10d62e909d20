extension Operation {
  /// The general description of `/rpc/{service}/{method}`. `/openapi.json` has an operation for
  /// each method instead.
  static let anyCall = Operation(
    id: "callMethod", tag: "RPC", summary: "Calls a method of a plugin.",
    parameters: rpcParameters, body: .any, response: .any)

  /// The parameters that every call takes in addition to its request.
  static let rpcParameters: [Parameter] = [
    Parameter(
      "idempotency-key", .header, .string(1...255),
      "Identifies the change: a call with the same key returns the first outcome."),
    .ifMatch,
    Parameter(
      "steward-timeout", .header, .string(matching: "^[0-9]{1,7}(ms|s|m|h)$"),
      "How long to wait, such as 5s; at most 1h."),
  ]
}
