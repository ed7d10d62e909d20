import GoogleProtos
import IPC
import Timing

/// A service whose calls and streams cost nothing but themselves.
struct Echo: Service {
  static let name = "bench.v1.Echo"
  static let descriptorSet = Descriptors.set(of: "Echo", methods: ["Say"], streams: ["Pour"])

  func register(in methods: inout ServiceRouter) {
    methods.unary("\(Self.name)/Say", say)
    methods.serverStreaming("\(Self.name)/Pour", pour)
  }

  private func say(_ message: GoogleBytesValue, _ context: CallContext) -> GoogleBytesValue {
    message
  }

  /// Sends COUNT messages of SIZE bytes. The request is "SIZE COUNT".
  private func pour(
    _ request: GoogleBytesValue, _ responses: MessageWriter<GoogleBytesValue>,
    _ context: CallContext
  ) async throws {
    let numbers = NumberText.numbers(request.value).map { Int($0) }
    let message = GoogleBytesValue(value: [UInt8](repeating: 7, count: numbers[0]))
    for _ in 0..<numbers[1] { try await responses.send(message) }
  }
}
