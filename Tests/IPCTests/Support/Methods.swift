import IPC
import IPCProtos
import Platform
import Status

/// Some messages of the protocol are used as requests and responses: a Ping is a number, and a
/// Message is bytes.
typealias Number = IPCPing
typealias Blob = IPCMessage

extension ServiceRouter {
  /// A router with methods of all four kinds.
  static var samples: ServiceRouter {
    var methods = ServiceRouter()
    methods.unary("test.Sample/Echo") { (number: Number, _) in number }
    methods.unary("test.Sample/Fail") { (_: Number, _) -> Number in throw Sample.failure }
    methods.unary("test.Sample/Hang") { (number: Number, _) in
      try await untilCancelled()
      return number
    }
    methods.serverStreaming("test.Sample/Count") {
      (upTo: Number, numbers: MessageWriter<Number>, _) in
      for number in 0..<upTo.token { try await numbers.send(Number(token: number)) }
    }
    methods.clientStreaming("test.Sample/Sum") { (numbers: MessageStream<Number>, _) in
      var sum: UInt64 = 0
      for try await number in numbers { sum += number.token }
      return Number(token: sum)
    }
    methods.bidirectional("test.Sample/Double") {
      (numbers: MessageStream<Number>, doubles: MessageWriter<Number>, _) in
      for try await number in numbers { try await doubles.send(Number(token: 2 * number.token)) }
    }
    return methods
  }
}

/// Waits until the current task is cancelled, and then throws.
func untilCancelled() async throws {
  await OneShotEvent().wait()
  try Task.checkCancellation()
}

enum Sample {
  static let failure = Status(
    .notFound, reason: "NO_SUCH_NUMBER", message: "There is no such number.",
    fieldViolations: [FieldViolation(field: "token", reason: "MISSING", message: "Is missing.")],
    retryDelay: .milliseconds(250))
}

/// A client of the sample methods.
struct SampleClient {
  let channel: any Channel

  func echo(_ number: UInt64, _ options: CallOptions = CallOptions()) async throws -> UInt64 {
    let response: Number = try await channel.unary(
      "test.Sample/Echo", Number(token: number), options)
    return response.token
  }

  func call(
    _ method: String, _ options: CallOptions = CallOptions()
  ) async throws -> UInt64 {
    let response: Number = try await channel.unary(method, Number(token: 1), options)
    return response.token
  }

  func count(_ upTo: UInt64) async throws -> MessageStream<Number> {
    try await channel.serverStreaming("test.Sample/Count", Number(token: upTo), CallOptions())
  }
}

/// Returns the status that `body` throws.
func status(of body: () async throws -> Void) async -> Status? {
  do {
    try await body()
    return nil
  } catch {
    return Status(describing: error)
  }
}
