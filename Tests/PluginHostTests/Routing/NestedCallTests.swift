import EchoService
import HostProtos
import IPC
import ProtobufRuntime
import Status
import Testing

@testable import PluginHost

@Suite("A call that a plugin makes for its caller", .timeLimit(.minutes(1)))
struct NestedCallTests {
  private static let echo = EchoService.name
  private let plugin = InMemoryPlugin()

  /// What the plugin's call comes to that it makes while it serves the operator: for its caller, or
  /// with "-" before the method on its own behalf.
  private func outcome(of call: String, granted calls: [String]) async throws -> String {
    plugin.route.publish(try await plugin.start(grants: ManifestGrants(calls: calls)))
    do {
      return try await plugin.channel.echo("Ask", "\(call)|principal")
    } catch {
      return Status(describing: error).reason
    }
  }

  @Test(
    "It needs the plugin's own grant, whatever its caller may call",
    arguments: ["Say", "Change", "Greet", "Rule"])
  func withoutGrant(method: String) async throws {
    let outcome = try await outcome(of: "\(Self.echo)/\(method)", granted: [])
    #expect(outcome == "CALL_NOT_GRANTED")
  }

  @Test("It needs its caller's permission, whatever the plugin was granted")
  func withoutPermission() async throws {
    let grants = ManifestGrants(calls: ["\(Self.echo)/Say"])
    plugin.route.publish(try await plugin.start(grants: grants))
    let channel = InProcessChannel(plugin.router.handler(for: PublicCaller()))
    let refusal = await status { try await channel.echo("Forward", "\(Self.echo)/Say|x") }
    #expect(refusal.reason == "CREDENTIAL_MISSING")
  }

  @Test("A grant of a whole service includes what its caller may call", arguments: ["", "-"])
  func wholeService(prefix: String) async throws {
    let outcome = try await outcome(of: "\(prefix)\(Self.echo)/Say", granted: ["\(Self.echo)/*"])
    #expect(outcome == (prefix.isEmpty ? "1 uid:7" : "2 echo"))
  }

  @Test(
    "A privileged method is not included in a grant of its whole service", arguments: ["", "-"])
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
    "It ends no later than the call that it is made for, and within five minutes",
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

  @Test("A call lends its authority until its deadline, and for five minutes at most")
  func lending() {
    let now = ContinuousClock.now
    #expect(ProxiedCall.endOfLending(of: nil, since: now) == now + .seconds(300))
    #expect(ProxiedCall.endOfLending(of: now + .seconds(9), since: now) == now + .seconds(9))
    #expect(ProxiedCall.endOfLending(of: now + .seconds(999), since: now) == now + .seconds(300))
  }
}

/// Anyone, who may call what is public.
private struct PublicCaller: Caller {
  func principal(of header: CallHeader, for name: MethodName) -> Principal { .anonymous }

  func peer(of header: CallHeader) -> String { header.peer }
}
