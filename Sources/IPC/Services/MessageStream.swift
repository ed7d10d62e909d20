public import ProtobufRuntime
internal import Status

/// The messages that the other side of a call sends, in order.
///
/// One task takes them. What it has taken is given back to the sender as credit, so a reader that
/// is slow slows only its own sender. A client that drops its stream before the end cancels the call.
public final class MessageStream<Element: Message>: AsyncSequence, Sendable {
  private let source: any MessageSource

  init(_ source: any MessageSource) {
    self.source = source
  }

  deinit {
    source.abandon()
  }

  /// What travelled beside the response; empty before the end of the stream.
  public var trailers: [String: String] { source.trailers }

  /// Returns the next message, or nil after the last one.
  ///
  /// - Throws: The call's ``Status``, if it ended badly.
  public func next() async throws -> Element? {
    guard let bytes = try await source.next() else { return nil }
    do {
      return try Element(serialized: bytes)
    } catch {
      throw source.refuse(Element.fullName, error)
    }
  }

  public func makeAsyncIterator() -> Iterator {
    Iterator(stream: self)
  }

  /// Takes the messages of a stream.
  public struct Iterator: AsyncIteratorProtocol {
    fileprivate let stream: MessageStream

    public func next() async throws -> Element? {
      try await stream.next()
    }
  }
}

/// Where a stream's messages come from.
protocol MessageSource: Sendable {
  func next() async throws -> [UInt8]?
  var trailers: [String: String] { get }
  /// Returns the error for a message that can't be parsed.
  func refuse(_ type: String, _ error: ProtobufError) -> Status
  /// Nobody takes messages any more.
  func abandon()
}
