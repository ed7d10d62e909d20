import HostProtos
import HostServices
import IPC
import PluginHost
import Status
import Testing

/// An unknown name once cost 0.12 s: all files were read through for it, for any anonymous client.
@Suite("A client that asks for unknown names", .timeLimit(.minutes(1)))
struct HonestDescribeTests {
  @Test("costs the host less than a second for thirty of them")
  func unknownNames() async throws {
    try await Hosting.run(Plugins()) { hosting in
      let start = ContinuousClock.now
      for number in 0..<30 {
        let end = await status {
          try await hosting.client.describe(DescribeRequest(name: "x.Y\(number)"))
        }
        #expect(end.reason == "NOTHING_DESCRIBED")
      }
      #expect(.now - start < .seconds(1))
    }
  }
}
