import EchoService
import GoogleProtos
import IPC
import Status
import Testing

@testable import PluginHost

@Suite("Streams through the router", .timeLimit(.minutes(1)))
struct StreamRelayTests {
  private let plugin = InMemoryPlugin()

  @Test("A response stream of many flow control windows arrives complete and in order")
  func serverStreaming() async throws {
    plugin.route.publish(try await plugin.start())
    let count = 40_000
    let responses: MessageStream<GoogleStringValue> = try await plugin.channel.serverStreaming(
      "\(EchoService.name)/Count", GoogleStringValue(value: "\(count)"), CallOptions())
    var next = 0
    for try await response in responses {
      #expect(response.value == "\(next)")
      next += 1
    }
    #expect(next == count)
  }

  @Test("A request stream that begins before its plugin starts arrives complete and in order")
  func clientStreaming() async throws {
    let response: GoogleStringValue = try await plugin.channel.clientStreaming(
      "\(EchoService.name)/Collect", CallOptions()
    ) { (requests: MessageWriter<GoogleStringValue>) in
      for number in 0..<10 { try await requests.send(GoogleStringValue(value: "\(number),")) }
      plugin.route.publish(try await plugin.start())
      for number in 10..<20 { try await requests.send(GoogleStringValue(value: "\(number),")) }
    }
    #expect(response.value == (0..<20).map { "\($0)," }.joined())
  }

  @Test("Both sides of a bidirectional call can stream at the same time")
  func bidirectional() async throws {
    plugin.route.publish(try await plugin.start())
    let responses: MessageStream<GoogleStringValue> = try await plugin.channel.bidirectional(
      "\(EchoService.name)/Chat", CallOptions()
    ) { (requests: MessageWriter<GoogleStringValue>) in
      for number in 0..<2000 { try await requests.send(GoogleStringValue(value: "\(number)")) }
    }
    var texts: [String] = []
    for try await response in responses { texts.append(response.value) }
    #expect(texts == (0..<2000).map(String.init))
  }

  @Test("A caller that cancels its call also cancels it in the plugin")
  func cancelled() async throws {
    let silent = SilentPlugin()
    let session = try await plugin.start(silent)
    plugin.route.publish(session)
    let call = Task { try await plugin.channel.echo("Say", "x") }
    #expect(await silent.next() != nil)
    #expect(session.callsInFlight == 1)
    call.cancel()
    let end = await status { try await call.value }
    #expect(end.code == .cancelled)
  }
}
