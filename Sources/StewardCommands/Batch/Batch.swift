internal import IPC
internal import JSONCalls
internal import ProtobufRuntime
internal import Status

/// Concurrent calls whose results are printed in the order of the lines that ask for them.
struct Batch: Sendable {
  private let input: any LineSource
  private let width: Int
  private let stopsOnError: Bool
  private let channel: any Channel
  private let options: CallOptions
  private let directory: MethodDirectory

  private enum Step: Sendable {
    case line(String?)
    case response(BatchResponse, to: Int)
  }

  /// Creates a batch of the calls that the lines of `input` ask for.
  ///
  /// - Parameter width: The maximum number of lines that are read and whose results are not printed
  ///   yet.
  init(
    _ input: any LineSource, width: Int, stopsOnError: Bool, over channel: any Channel,
    options: CallOptions
  ) {
    (self.input, self.width, self.stopsOnError) = (input, width, stopsOnError)
    (self.channel, self.options) = (channel, options)
    directory = MethodDirectory(over: channel, options: options)
  }

  /// Makes the calls, and passes each result to `print` after the results of all lines before it.
  ///
  /// - Returns: The error for the whole batch if a call has failed; nil otherwise.
  func run(_ print: (String) throws -> Void) async throws -> Status? {
    var order = BatchOrder()
    try await withThrowingTaskGroup(of: Step.self) { group in
      group.addTask { try await read() }
      var isReading = true
      while let step = try await group.next() {
        switch step {
        case .line(nil): continue
        case .line(let line?):
          isReading = false
          if let number = order.came(line) {
            group.addTask { .response(await response(to: line, number: number), to: number) }
          }
        case .response(let response, let number):
          for ready in order.take(response, of: number) { try print(ready.line) }
        }
        if stopsOnError && order.failures > 0 { return group.cancelAll() }
        if !isReading && order.waiting < width {
          isReading = true
          group.addTask { try await read() }
        }
      }
    }
    return order.failure
  }

  private func read() async throws -> Step { .line(try await input.next()) }

  /// Returns the result of a line. The result of a failed call is a line like any other.
  private func response(to line: String, number: Int) async -> BatchResponse {
    var id = JSONValue.number(String(number))
    do {
      let json = try Self.json(line)
      id = json["id"] ?? id
      return BatchResponse(id, response: try await call(try BatchLine(json)))
    } catch {
      return BatchResponse(id, error: error)
    }
  }

  private static func json(_ line: String) throws -> JSONValue {
    do throws(ProtobufError) {
      return try JSONValue(parsing: line)
    } catch {
      throw Status(
        .invalidArgument, reason: "MALFORMED_JSON",
        message: "The line is not JSON: \(error.description)")
    }
  }

  private func call(_ line: BatchLine) async throws -> JSONValue {
    let call = try await directory.call(of: line.method)
    guard !call.method.clientStreaming, !call.method.serverStreaming else {
      throw Status(
        .invalidArgument, reason: "STREAMING_METHOD",
        message: "\(call.path) streams, so batch can't call it. Use: steward call \(call.path)")
    }
    var options = options
    options.idempotencyKey = line.idempotencyKey
    return try await call.response(
      to: try call.request(line.request), over: channel, options: options)
  }
}
