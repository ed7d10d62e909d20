import IPC
import JSONCalls
import Platform
import PluginKit
import ProtobufRuntime
import Synchronization

/// The parts of a stream of responses, in the order in which one task writes them.
///
/// The next response is requested when the previous one has been written, so that a slow client
/// slows its plugin. The call is cancelled when the parts are released.
final class StreamChunk: Sendable {
  enum Part: Sendable {
    case response(JSONValue)
    case heartbeat
    /// The server begins to close its connections.
    case drained
    case failure(any Error)
    case end
  }

  /// How long a client waits for the head of a response whose body is still empty.
  static let patience = Duration.milliseconds(300)

  private let responses: JSONResponses
  private let slot: StreamSlot
  private let arrivals: AsyncStream<Part>
  private let arrival: AsyncStream<Part>.Continuation
  private let watchers: [Task<Void, Never>]
  /// The task that waits for the next response; nil if none was requested.
  private let asking = Mutex<Task<Void, Never>?>(nil)

  /// - Parameters:
  ///   - peer: The client's address.
  ///   - grace: How long the stream may continue when the server begins to close its connections.
  /// - Throws: ``APIError`` if too many streams are open.
  init(
    _ responses: JSONResponses, _ terms: StreamSettings, of peer: PeerAddress, grace: Duration
  ) throws(APIError) {
    slot = try StreamSlot(terms.slots, of: peer)
    let (arrivals, arrival) = AsyncStream.makeStream(of: Part.self)
    self.responses = responses
    self.arrivals = arrivals
    self.arrival = arrival
    watchers = [
      Task {
        var pause = min(Self.patience, terms.heartbeat)
        while (try? await Task.sleep(for: pause)) != nil {
          arrival.yield(.heartbeat)
          pause = terms.heartbeat
        }
      },
      Task {
        await terms.drain.wait()
        if (try? await Task.sleep(for: grace)) != nil { arrival.yield(.drained) }
      },
    ]
  }

  deinit { cancel() }

  /// Returns the next part.
  func next() async -> Part {
    requestNext()
    for await part in arrivals {
      if case .response = part { asking.withLock { $0 = nil } }
      return part
    }
    return .failure(CancellationError())
  }

  /// Cancels the call, if it hasn't ended.
  func cancel() {
    for watcher in watchers { watcher.cancel() }
    asking.withLock { $0.take() }?.cancel()
    arrival.finish()
    slot.leave()
  }

  private func requestNext() {
    asking.withLock { asking in
      guard asking == nil else { return }
      asking = Task { [responses, arrival] in
        do {
          var iterator = responses.makeAsyncIterator()
          let response = try await iterator.next()
          arrival.yield(response.map(Part.response) ?? .end)
        } catch {
          arrival.yield(.failure(error))
        }
      }
    }
  }
}
