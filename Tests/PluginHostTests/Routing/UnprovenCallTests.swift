import EchoService
import HostProtos
import IPC
import Status
import Synchronization
import Testing

@testable import PluginHost

/// Calls that the gateway forwards for callers who are not authenticated yet.
@Suite("Calls of unauthenticated callers", .timeLimit(.minutes(1)))
struct UnprovenCallTests {
  private static let attacker = "192.0.2.1"
  private static let honest = "192.0.2.2"

  private let plugin = InMemoryPlugin()
  private let gateway: any Channel

  init() {
    let caller = PluginCaller(plugin: "gateway", grants: ManifestGrants(network: true))
    gateway = InProcessChannel(plugin.router.handler(for: caller))
  }

  private func open(_ method: String, from peer: String, credential: String? = nil) -> Outcome {
    let outcome = Outcome()
    let header = CallHeader(
      method: "\(EchoService.name)/\(method)",
      metadata: credential.map { ["authorization": "Bearer \($0)"] } ?? [:], message: [],
      halfClosed: true, peer: peer)
    _ = gateway.open(header, delegate: outcome)
    return outcome
  }

  @Test("Hundreds of open calls of one peer don't keep another peer's call from its plugin")
  func anonymous() async throws {
    let silent = SilentPlugin()
    plugin.route.publish(try await plugin.start(silent))
    let attack = (0..<400).map { _ in open("Greet", from: Self.attacker) }
    #expect(attack.count { $0.reason == "TOO_MANY_UNPROVEN_CALLS" } == 400 - 32 - 256)
    let call = open("Greet", from: Self.honest)
    var served: [String] = []
    while served.last != Self.honest, let call = await silent.next() {
      served.append(call.header.peer)
    }
    #expect(served == Array(repeating: Self.attacker, count: 32) + [Self.honest])
    withExtendedLifetime(call) {}
  }

  @Test("A credential is resolved although another peer sends hundreds of bogus ones")
  func credentials() async throws {
    let auth = FakeAuth()
    try auth.serve(in: plugin.router)
    plugin.route.publish(try await plugin.start())
    auth.hold()
    let attack = (0..<400).map {
      open("Say", from: Self.attacker, credential: "bogus-\($0)")
    }
    let call = open("Say", from: Self.honest, credential: "good")
    for await _ in auth.requests where auth.peers.contains(Self.honest) { break }
    #expect(auth.peers.count { $0 == Self.attacker } <= 32)
    auth.release()
    withExtendedLifetime((attack, call)) {}
  }

  @Test("A cancelled call that was waiting makes room for another call")
  func cancelled() async throws {
    plugin.route.publish(try await plugin.start(SilentPlugin()))
    var attack = (0..<287).map { _ in open("Greet", from: Self.attacker) }
    let header = CallHeader(
      method: "\(EchoService.name)/Greet", message: [], halfClosed: true, peer: Self.attacker)
    let waiting = gateway.open(header, delegate: Outcome())
    #expect(open("Greet", from: Self.attacker).reason == "TOO_MANY_UNPROVEN_CALLS")
    waiting.cancel("Enough.")
    attack.append(open("Greet", from: Self.attacker))
    #expect(attack.allSatisfy { $0.reason == nil })
  }
}

/// A call delegate that keeps the status of the call's end.
private final class Outcome: CallDelegate {
  private let status = Mutex<Status?>(nil)

  var reason: StatusReason? { status.withLock { $0?.reason } }
  var code: StatusCode? { status.withLock { $0?.code } }

  func ended(_ end: CallEnd) { status.withLock { $0 = end.status } }
}
