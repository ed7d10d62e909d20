import EchoService
import GoogleProtos
import HostProtos
import HostServices
import IPC
import IPCProtos
import Status
import Testing

@testable import PluginHost

/// A plugin that serves unknown clients checks the permission before it reads a request.
@Suite("The permissions service", .timeLimit(.minutes(1)))
struct PermissionsTests {
  private struct AnonymousCaller: Caller {
    func principal(of header: CallHeader, for name: PluginHost.MethodName) -> Principal {
      .anonymous
    }

    func peer(of header: CallHeader) -> String { "" }
  }

  private let plugin = InMemoryPlugin()

  init() throws { try plugin.router.servePermissions() }

  private func check(_ method: String, _ caller: any Caller = OperatorCaller(uid: 7)) async throws
    -> UInt32
  {
    let channel = InProcessChannel(plugin.router.handler(for: caller))
    return try await PermissionsClient(channel).check(
      CheckPermissionRequest(method: method)
    ).maxRequestBytes
  }

  @Test("The permission check returns the maximum length of a request without a call of the method")
  func allowed() async throws {
    let silent = SilentPlugin()
    plugin.route.publish(try await plugin.start(silent))
    #expect(try await check("\(EchoService.name)/Change") == 64 << 10)
    #expect(try await check("\(EchoService.name)/Greet", AnonymousCaller()) == 64 << 10)
    #expect(try await check("steward.host.v1.Permissions/Check", AnonymousCaller()) == 4 << 10)
  }

  @Test("The permission check is refused exactly as the call itself would be")
  func refused() async throws {
    plugin.route.publish(try await plugin.start())
    for method in ["Say", "Forbidden", "Sai"] {
      let asked = await status {
        _ = try await check("\(EchoService.name)/\(method)", AnonymousCaller())
      }
      let called = await status {
        let channel = InProcessChannel(plugin.router.handler(for: AnonymousCaller()))
        _ = try await channel.echo(method, "")
      }
      #expect(asked == called)
      #expect(asked.code != .ok)
    }
    #expect(await status { _ = try await check("x.Y/Z") }.reason == "UNKNOWN_SERVICE")
    #expect(await status { _ = try await check("nothing") }.reason == "MALFORMED_METHOD")
  }

  @Test("The permission check waits for a plugin that starts, as a call would")
  func waiting() async throws {
    async let limit = check("\(EchoService.name)/Say")
    plugin.route.publish(try await plugin.start())
    #expect(try await limit == 64 << 10)
  }

  @Test("A request longer than the method allows reaches no plugin")
  func tooLong() async throws {
    plugin.route.publish(try await plugin.start())
    let text = String(repeating: "x", count: 64 << 10)
    let refusal = await status { _ = try await plugin.channel.echo("Say", text) }
    #expect(refusal.code == .invalidArgument)
    #expect(refusal.reason == "REQUEST_TOO_LARGE")
    let short = String(text.dropLast(100))
    #expect(try await plugin.channel.echo("Say", short) == short)
  }

  @Test("A message of a stream longer than the method allows ends the call")
  func tooLongInStream() async throws {
    plugin.route.publish(try await plugin.start())
    let refusal = await status {
      let _: GoogleStringValue = try await plugin.channel.clientStreaming(
        "\(EchoService.name)/Collect", CallOptions(timeout: .seconds(10))
      ) { (writer: MessageWriter<GoogleStringValue>) in
        try await writer.send(GoogleStringValue(value: "short"))
        try await writer.send(GoogleStringValue(value: String(repeating: "x", count: 64 << 10)))
      }
    }
    #expect(refusal.reason == "REQUEST_TOO_LARGE")
  }

  @Test("A request to the host's own service has the same limit as one to a plugin")
  func own() async throws {
    let refusal = await status { _ = try await check(String(repeating: "x", count: 64 << 10)) }
    #expect(refusal.reason == "REQUEST_TOO_LARGE")
  }

  @Test("A method may declare a higher request limit, up to the size of a frame")
  func declared() {
    #expect(MethodRules().requestLimit == 64 << 10)
    #expect(MethodRules(maxRequestBytes: 1 << 20).requestLimit == 1 << 20)
    #expect(MethodRules(maxRequestBytes: 10).requestLimit == 10)
    #expect(MethodRules(maxRequestBytes: .max).requestLimit == 4 << 20)
  }
}
