internal import IPC
internal import JSONCalls
internal import ProtobufRuntime
internal import Status

/// The calls that lines ask for.
struct BatchCalls: Sendable {
  private let channel: any Channel
  private let options: CallOptions
  private let directory: MethodDirectory

  init(over channel: any Channel, options: CallOptions) {
    (self.channel, self.options) = (channel, options)
    directory = MethodDirectory(over: channel, options: options)
  }

  /// Returns the result of a line. The result of a failed call is a line like any other.
  func answer(to line: String, number: Int) async -> BatchAnswer {
    var id = JSONValue.number(String(number))
    do {
      let json = try Self.json(line)
      id = json["id"] ?? id
      return BatchAnswer(id, response: try await response(to: try BatchLine(json)))
    } catch {
      return BatchAnswer(id, error: error)
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

  private func response(to line: BatchLine) async throws -> JSONValue {
    let call = try await directory.call(of: line.method)
    guard !call.method.clientStreaming, !call.method.serverStreaming else {
      throw Status(
        .invalidArgument, reason: "STREAMING_METHOD",
        message: "\(call.path) streams, so batch can't call it. Use: steward call \(call.path)")
    }
    var options = options
    options.idempotencyKey = line.idempotencyKey
    return try await call.answer(
      to: try call.request(line.request), over: channel, options: options)
  }
}
