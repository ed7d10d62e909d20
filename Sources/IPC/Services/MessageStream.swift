public import ProtobufRuntime
internal import Status

/// The messages that the other side of a call sends, in order.
///
/// One task takes them. What it has taken is returned to the sender as credit, so a slow reader
/// slows only its own sender. A client that drops its stream before the end cancels the call.
public final class MessageStream<Element: Message>: AsyncSequence, Sendable {
  private let source: any MessageSource

  init(_ source: any MessageSource) {
    self.source = source
  }

  deinit {
    source.abandon()
  }

  /// The values that came with the response; empty before the end of the stream.
  public var trailers: [String: String] { source.trailers }

  /// Returns the next message, or nil after the last one.
  ///
  /// - Throws: The call's ``Status``, if the call failed.
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

  /// An iterator that takes the messages of a stream.
  public struct Iterator: AsyncIteratorProtocol {
    fileprivate let stream: MessageStream

    public func next() async throws -> Element? {
      try await stream.next()
    }
  }
}

/// A source of a stream's messages.
protocol MessageSource: Sendable {
  func next() async throws -> [UInt8]?
  var trailers: [String: String] { get }
  /// Returns the error for a message that can't be parsed.
  func refuse(_ type: String, _ error: ProtobufError) -> Status
  /// Tells the source that no task takes messages any more.
  func abandon()
}
