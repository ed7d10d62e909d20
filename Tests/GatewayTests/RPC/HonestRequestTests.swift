import ProtobufRuntime
import Testing

@testable import GatewayPlugin

/// Forty anonymous bodies of 1 MB once blocked `/rpc` for all other clients for a minute. Each body
/// was translated, twice, in a place that all clients share, before the gateway checked who had
/// sent it.
@Suite("A short request beside forty long bodies", .timeLimit(.minutes(2)))
struct HonestRequestTests {
  @Test("A short request is served within a second beside forty long bodies")
  func attack() async throws {
    let gateway = try HostedGateway()
    // This takes longest to translate: many small members, none of which is valid.
    let member = #"{"a":[0,1,2],"b":{}},"#
    let body = "[" + String(repeating: member, count: (1 << 20) / member.utf8.count) + "0]"
    let attackers = (0..<40).map { number in
      Task {
        try await gateway.send(
          "POST", "/rpc/test.echo.v1.Echo/\(number % 2 == 0 ? "Risk" : "Say")", body: body
        ).status
      }
    }
    #expect(try await slowest(of: 20, gateway) < .seconds(1))
    for attacker in attackers {
      // A client that is refused before it has sent everything may find the connection closed.
      #expect([0, 403, 413].contains(try await attacker.value))
    }
  }

  /// Returns how long the slowest of some honest requests takes. They are sent one after the other.
  private func slowest(of count: Int, _ gateway: HostedGateway) async throws -> Duration {
    var slowest = Duration.zero
    for _ in 0..<count {
      let start = ContinuousClock.now
      let response = try await gateway.send("POST", "/rpc/test.echo.v1.Echo/Say", body: #""hello""#)
      #expect(response.json == .string("hello"))
      slowest = max(slowest, .now - start)
    }
    return slowest
  }
}
