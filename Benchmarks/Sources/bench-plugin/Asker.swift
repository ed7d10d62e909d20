import GoogleProtos
import IPC
import Timing

/// A service that measures calls from plugin to plugin, from within a plugin.
struct Asker: Service {
  static let name = "bench.v1.Asker"
  static let descriptorSet = Descriptors.set(of: "Asker", methods: ["Measure"])

  let host: any Channel

  func register(in methods: inout ServiceRouter) {
    methods.unary("\(Self.name)/Measure", measure)
  }

  /// Calls the echo plugin, one call at a time. The request is "SIZE COUNT". The response is the
  /// median and the 99th percentile, in µs.
  private func measure(_ request: GoogleBytesValue, _ context: CallContext) async throws
    -> GoogleBytesValue
  {
    let numbers = NumberText.numbers(request.value).map { Int($0) }
    let message = GoogleBytesValue(value: [UInt8](repeating: 7, count: numbers[0]))
    let times = try await Latencies(of: numbers[1]) {
      let _: GoogleBytesValue = try await host.unary(
        "\(Echo.name)/Say", message, CallOptions())
    }
    return GoogleBytesValue(value: NumberText.bytes([times.p50, times.p99]))
  }
}
