import IPC
import JSONCalls
import PluginKit
import ProtobufRuntime
import Synchronization
import System

/// What is to be written of a stream of responses, as it comes: one thing after the other, by one task.
///
/// A response is asked for when the one before has been written, so that a slow client slows its plugin. Whoever
/// drops the parts cancels the call.
final class StreamChunk: Sendable {
  enum Part: Sendable {
    case answer(JSONValue)
    case heartbeat
    /// The server wants to part from its clients.
    case drained
    case failure(any Error)
    case end
  }

  /// How long a client waits for the head of an answer whose body has nothing yet.
  static let patience = Duration.milliseconds(300)

  private let answers: JSONAnswers
  private let slot: StreamSlot
  private let arrivals: AsyncStream<Part>
  private let arrival: AsyncStream<Part>.Continuation
  private let watchers: [Task<Void, Never>]
  /// Waits for the next response, while one is asked for.
  private let asking = Mutex<Task<Void, Never>?>(nil)

  /// - Parameters:
  ///   - peer: Where the client is.
  ///   - grace: How long the stream may go on when the server wants to part.
  /// - Throws: ``APIError`` when the peer has too many streams.
  init(
    _ answers: JSONAnswers, _ terms: StreamSettings, of peer: PeerAddress, grace: Duration
  ) throws(APIError) {
    slot = try StreamSlot(terms.slots, of: peer)
    let (arrivals, arrival) = AsyncStream.makeStream(of: Part.self)
    self.answers = answers
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

  /// Returns what comes next.
  func next() async -> Part {
    askForAnswer()
    for await part in arrivals {
      if case .answer = part { asking.withLock { $0 = nil } }
      return part
    }
    return .failure(CancellationError())
  }

  /// Gives the call up, if it hasn't ended.
  func cancel() {
    for watcher in watchers { watcher.cancel() }
    asking.withLock { $0.take() }?.cancel()
    arrival.finish()
    slot.leave()
  }

  private func askForAnswer() {
    asking.withLock { asking in
      guard asking == nil else { return }
      asking = Task { [answers, arrival] in
        do {
          var iterator = answers.makeAsyncIterator()
          let answer = try await iterator.next()
          arrival.yield(answer.map(Part.answer) ?? .end)
        } catch {
          arrival.yield(.failure(error))
        }
      }
    }
  }
}
