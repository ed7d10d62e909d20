import EchoService
import GoogleProtos
import HostProtos
import IPC
import IPCProtos
import ProtobufRuntime
import Status
import Synchronization
import Testing

@testable import PluginHost

@Suite("Nested calls", .timeLimit(.minutes(1)))
struct NestedCallTests {
  private static let echo = EchoService.name
  private let plugin = InMemoryPlugin()

  /// Returns the result of a call that the plugin makes while it serves the operator: the principal
  /// that the called method sees, or the reason of the refusal. The call is made for the plugin's
  /// caller, or on the plugin's own behalf if `call` begins with "-".
  private func outcome(of call: String, granted calls: [String]) async throws -> String {
    plugin.route.publish(try await plugin.start(grants: ManifestGrants(calls: calls)))
    do {
      return try await plugin.channel.echo("Ask", "\(call)|principal")
    } catch {
      return Status(describing: error).reason.rawValue
    }
  }

  @Test(
    "A nested call needs a grant of the plugin, whatever its caller may call",
    arguments: ["Say", "Change", "Greet", "Rule"])
  func withoutGrant(method: String) async throws {
    let outcome = try await outcome(of: "\(Self.echo)/\(method)", granted: [])
    #expect(outcome == "CALL_NOT_GRANTED")
  }

  @Test("A nested call needs its caller's permission, whatever was granted to the plugin")
  func withoutPermission() async throws {
    let grants = ManifestGrants(calls: ["\(Self.echo)/Say"])
    plugin.route.publish(try await plugin.start(grants: grants))
    let channel = InProcessChannel(plugin.router.handler(for: PublicCaller()))
    let refusal = await status { try await channel.echo("Forward", "\(Self.echo)/Say|x") }
    #expect(refusal.reason == "CREDENTIAL_MISSING")
  }

  @Test("A grant of a service covers its unprivileged methods", arguments: ["", "-"])
  func wholeService(prefix: String) async throws {
    let outcome = try await outcome(of: "\(prefix)\(Self.echo)/Say", granted: ["\(Self.echo)/*"])
    #expect(outcome == (prefix.isEmpty ? "1 uid:7" : "2 echo"))
  }

  @Test(
    "A grant of a whole service doesn't include its privileged methods", arguments: ["", "-"])
  func privileged(prefix: String) async throws {
    let outcome = try await outcome(of: "\(prefix)\(Self.echo)/Rule", granted: ["\(Self.echo)/*"])
    #expect(outcome == "PRIVILEGED_CALL")
  }

  @Test("A privileged method can be granted by its name, also beside its whole service")
  func named() async throws {
    let outcome = try await outcome(
      of: "\(Self.echo)/Rule", granted: ["\(Self.echo)/*", "\(Self.echo)/Rule"])
    #expect(outcome == "1 uid:7")
  }

  @Test(
    "A nested call ends no later than its parent, and within five minutes",
    arguments: [nil, .seconds(20), .seconds(900)] as [Duration?])
  func deadline(timeout: Duration?) async throws {
    let other = SilentPlugin()
    let route = PluginRoute(name: "other") {}
    plugin.router.add("x.Other", .plugin(route))
    let grants = ManifestGrants(calls: ["x.Other/Say"])
    plugin.route.publish(try await plugin.start(grants: grants))
    let session = try await plugin.start(other, serving: "x.Other")
    route.publish(session)
    let asking = Task {
      try await plugin.channel.echo(
        "Forward", "x.Other/Say|x", options: CallOptions(timeout: timeout))
    }
    let nested = try #require(await other.next())
    let end = try #require(nested.header.deadline)
    #expect(end <= .now + min(timeout ?? .seconds(300), .seconds(300)))
    asking.cancel()
    _ = await status { try await asking.value }
  }

  @Test("A nested call that goes on is renewed with the credential of the plugin's caller")
  func renewal() async throws {
    let auth = FakeAuth()
    auth.know("secret", as: "user_1", ["echo.use"], dependingOn: ["session"])
    try auth.serve(in: plugin.router)
    let service = LongService()
    let methods = try PluginMethods(of: [LongService.name], in: LongService.descriptorSet)
    plugin.router.add(LongService.name, .local(ServiceRouter([service]), methods))
    let grants = ManifestGrants(calls: ["\(LongService.name)/Say"])
    plugin.route.publish(try await plugin.start(grants: grants))

    let text = "\(LongService.name)/Say|x"
    _ = try await plugin.channel.echo("Forward", text)
    #expect(service.renewal == nil, "the operator has no credential")
    let options = CallOptions(metadata: ["authorization": "Bearer secret"])
    _ = try await plugin.channel.echo("Forward", text, options: options)
    let renewal = try #require(service.renewal)
    #expect(try await renewal.principal().id == "user_1")
    auth.forget("secret")
    plugin.events.add("session")
    #expect(await status { try await renewal.principal() }.reason == "INVALID_CREDENTIAL")
  }

  @Test("A call lends its authority until its deadline, and for five minutes at most")
  func lending() {
    let now = ContinuousClock.now
    #expect(ProxiedCall.endOfLending(of: nil, since: now) == now + .seconds(300))
    #expect(ProxiedCall.endOfLending(of: now + .seconds(9), since: now) == now + .seconds(9))
    #expect(ProxiedCall.endOfLending(of: now + .seconds(999), since: now) == now + .seconds(300))
  }
}

/// An anonymous caller, who may call only public methods.
private struct PublicCaller: Caller {
  func principal(of header: CallHeader, for name: MethodName) -> Principal { .anonymous }

  func peer(of header: CallHeader) -> String { header.peer }
}

/// A service of the host itself that keeps the renewal of its last call, as one does whose calls go
/// on for long.
private final class LongService: Service {
  static let name = "x.Long"
  static let descriptorSet = EchoDescriptors.set(package: "x", service: "Long")

  private let kept = Mutex<PrincipalRenewal?>(nil)

  var renewal: PrincipalRenewal? { kept.withLock { $0 } }

  func register(in methods: inout ServiceRouter) {
    methods.unary("\(Self.name)/Say") { (text: GoogleStringValue, _) -> GoogleStringValue in
      self.kept.withLock { $0 = PrincipalRenewal.current }
      return text
    }
  }
}
