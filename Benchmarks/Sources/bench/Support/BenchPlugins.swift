import GoogleProtos
import HostProtos
import HostServices
import IPC
import PluginHost
import Timing

extension Host {
  /// Calls the echo plugin.
  func say(_ message: GoogleBytesValue) async throws {
    let _: GoogleBytesValue = try await channel.unary("bench.v1.Echo/Say", message, CallOptions())
  }

  /// Makes the echo plugin send `count` messages of `size` bytes, and reads them.
  func pour(size: Int, count: Int) async throws {
    let request = GoogleBytesValue(value: NumberText.bytes([Double(size), Double(count)]))
    let messages: MessageStream<GoogleBytesValue> = try await channel.serverStreaming(
      "bench.v1.Echo/Pour", request, CallOptions())
    var received = 0
    for try await message in messages { received += message.value.count }
    guard received == size * count else { throw BenchError("\(received) bytes arrived") }
  }

  /// Makes a plugin measure something, and returns its figures.
  func measure(_ plugin: String, _ numbers: Double...) async throws -> [Double] {
    let response: GoogleBytesValue = try await channel.unary(
      "bench.v1.\(plugin)/Measure", GoogleBytesValue(value: NumberText.bytes(numbers)),
      CallOptions())
    return NumberText.numbers(response.value)
  }

  /// Returns the process of a running plugin.
  func process(of plugin: String) async throws -> Int32 {
    let status = try await HostClient(channel).getPlugin(GetPluginRequest(name: plugin))
    guard let pid = status.pid else { throw BenchError("\(plugin) does not run") }
    return pid
  }
}
