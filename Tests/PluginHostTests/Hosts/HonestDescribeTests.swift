import HostProtos
import HostServices
import IPC
import PluginHost
import Status
import Testing

/// An unknown name once cost 0.12 s, because the host searched all files for it. Any anonymous
/// client could cause that.
@Suite("A client that asks for unknown names", .timeLimit(.minutes(1)))
struct HonestDescribeTests {
  @Test("The host responds to thirty requests for unknown names in less than a second")
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
