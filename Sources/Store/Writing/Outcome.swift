public import ProtobufRuntime

/// The response of a mutation, and the conditions that a caller must meet to receive it again.
public struct Outcome<Response: Message>: Sendable {
  public let response: Response
  /// The conditions, encoded by the caller of the store. The store keeps them beside the response.
  public let conditions: [UInt8]

  /// Creates an outcome.
  public init(_ response: Response, conditions: [UInt8]) {
    self.response = response
    self.conditions = conditions
  }
}
