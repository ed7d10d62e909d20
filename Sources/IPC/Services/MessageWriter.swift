public import ProtobufRuntime
internal import Status

/// A writer that sends the messages of this side of a call.
public struct MessageWriter<Element: Message>: Sendable {
  private let sink: any MessageSink

  init(_ sink: any MessageSink) {
    self.sink = sink
  }

  /// Sends a message, once the other side has room for it.
  ///
  /// - Throws: ``Status``, when the call has ended or the message can't be encoded;
  ///   CancellationError, when the task is cancelled while it waits.
  public func send(_ message: Element) async throws {
    let bytes: [UInt8]
    do {
      bytes = try message.serialized()
    } catch {
      throw Status.unencodable(error)
    }
    try await sink.send(bytes)
  }
}

/// A destination of a writer's messages.
protocol MessageSink: Sendable {
  func send(_ message: [UInt8]) async throws
}
