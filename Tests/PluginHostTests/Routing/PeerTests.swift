import EchoService
import HostProtos
import IPC
import Testing

@testable import PluginHost

@Suite("The peer of a call", .timeLimit(.minutes(1)))
struct PeerTests {
  private static let say = "\(EchoService.name)/Say"
  private static let elsewhere = CallOptions(peer: "192.0.2.7")

  /// Returns the peer that the called plugin sees in a call that another plugin makes by itself.
  private func peer(
    granted grants: ManifestGrants, _ method: String, _ text: String = "peer",
    _ options: CallOptions = elsewhere
  ) async throws -> String {
    let plugin = InMemoryPlugin()
    plugin.route.publish(try await plugin.start(grants: grants))
    return try await #require(plugin.lastEnd).echo(method, text, options: options)
  }

  @Test(
    "The peer is the address that a plugin with the network grant states, IPv6 cut to /64",
    arguments: [
      ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"),
      ("2001:db8:0:1::5", "2001:db8:0:1::/64"),
    ])
  func network(said: String, seen: String) async throws {
    let grants = ManifestGrants(network: true)
    #expect(try await peer(granted: grants, "Greet", "peer", CallOptions(peer: said)) == seen)
  }

  @Test(
    "The peer is unknown if a plugin with the network grant states no valid address",
    arguments: ["", "elsewhere", "192.0.2.7:80"])
  func unknown(said: String) async throws {
    let grants = ManifestGrants(network: true)
    #expect(try await peer(granted: grants, "Greet", "peer", CallOptions(peer: said)) == "0.0.0.0")
  }

  @Test("The peer that a plugin without the network grant states is dropped")
  func noNetwork() async throws {
    #expect(try await peer(granted: ManifestGrants(calls: [Self.say]), "Say") == "")
  }

  @Test("The peer that a client of the host's socket states is dropped")
  func socket() async throws {
    let plugin = InMemoryPlugin()
    plugin.route.publish(try await plugin.start())
    #expect(try await plugin.channel.echo("Say", "peer", options: Self.elsewhere) == "")
  }

  @Test("A nested call has the peer of its parent, whatever the plugin states")
  func nested() async throws {
    let grants = ManifestGrants(network: true, calls: ["\(EchoService.name)/*"])
    let request = "\(EchoService.name)/Say|peer"
    #expect(try await peer(granted: grants, "Ask", request) == "192.0.2.7")
  }

  @Test("The request that resolves a credential has the peer that presented the credential")
  func credential() async throws {
    let plugin = InMemoryPlugin()
    let auth = FakeAuth()
    auth.know("good", as: "user_1", ["echo.use"])
    try auth.serve(in: plugin.router)
    plugin.route.publish(try await plugin.start(grants: ManifestGrants(network: true)))
    var options = Self.elsewhere
    options.metadata = ["authorization": "Bearer good"]
    #expect(try await plugin.lastEnd?.echo("Say", "peer", options: options) == "192.0.2.7")
    #expect(auth.peers == ["192.0.2.7"])
  }
}
