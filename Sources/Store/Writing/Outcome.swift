public import ProtobufRuntime

/// What a mutation answers, and what must hold of a caller who is given the answer again.
public struct Outcome<Response: Message>: Sendable {
  public let response: Response
  /// In the words of who judges it. The store keeps it beside the response.
  public let conditions: [UInt8]

  /// Creates an outcome.
  public init(_ response: Response, conditions: [UInt8]) {
    self.response = response
    self.conditions = conditions
  }
}
