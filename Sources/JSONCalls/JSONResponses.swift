internal import IPC
public import ProtobufRuntime

/// The responses of a call, in order. One task takes them.
///
/// The plugin waits while no task takes them. Dropping them before the end cancels the call.
public struct JSONResponses: AsyncSequence, Sendable {
  enum Source: Sendable {
    case one(JSONValue)
    case stream(MessageStream<RawMessage>)
  }

  private let source: Source
  private let call: JSONCall

  init(_ source: Source, of call: JSONCall) {
    (self.source, self.call) = (source, call)
  }

  public func makeAsyncIterator() -> Iterator {
    Iterator(source: source, call: call)
  }

  /// An iterator that takes the responses of a call.
  public struct Iterator: AsyncIteratorProtocol {
    fileprivate var source: Source?
    fileprivate let call: JSONCall

    /// Returns the next response, or nil after the last one.
    ///
    /// - Throws: The call's ``Status``, if the call failed.
    public mutating func next() async throws -> JSONValue? {
      switch source {
      case .one(let response):
        source = nil
        return response
      case .stream(let messages): return try await messages.next().map(call.json)
      case nil: return nil
      }
    }
  }
}
