import EchoService
import GoogleProtos
import HostProtos
import IPC
import IPCProtos
import Status
import Testing

@testable import PluginHost

@Suite("The router", .timeLimit(.minutes(1)))
struct RouterTests {
  private let plugin = InMemoryPlugin()

  @Test("A call goes to its plugin and its answer back")
  func unary() async throws {
    plugin.route.publish(try await plugin.start())
    #expect(try await plugin.channel.echo("Say", "hello") == "hello")
  }

  @Test("A status comes back as the plugin gave it")
  func failure() async throws {
    plugin.route.publish(try await plugin.start())
    let status = await status { try await plugin.channel.echo("Say", "fail") }
    #expect(status == Status(.notFound, reason: "NO_SUCH_THING", message: "There is none."))
  }

  @Test("The principal is the host's word, whatever the caller claims")
  func principal() async throws {
    plugin.route.publish(try await plugin.start())
    let claim = CallOptions(principal: IPCPrincipal(kind: .adminKey, id: "apikey_1"))
    #expect(try await plugin.channel.echo("Say", "principal", options: claim) == "1 uid:7")
  }

  @Test("An idempotency key of more than 255 characters is refused, wherever the call comes from")
  func longIdempotencyKey() async throws {
    plugin.route.publish(try await plugin.start())
    for (character, length) in [("k", 255), ("é", 255), ("k", 256), ("é", 256), ("k", 1 << 20)] {
      let options = CallOptions(idempotencyKey: String(repeating: character, count: length))
      let answer = await status {
        try await plugin.channel.echo("Say", "hello", options: options)
      }
      #expect(answer.reason == (length > 255 ? "IDEMPOTENCY_KEY_LENGTH" : ""))
      #expect(answer.code == (length > 255 ? .invalidArgument : .ok))
    }
  }

  @Test("A nested call is made for the caller of the one being served")
  func nestedPrincipal() async throws {
    let grants = ManifestGrants(calls: ["\(EchoService.name)/Say"])
    plugin.route.publish(try await plugin.start(grants: grants))
    let answer = try await plugin.channel.echo("Ask", "\(EchoService.name)/Say|principal")
    #expect(answer == "1 uid:7")
  }

  @Test("On its own behalf a plugin calls what it was granted, and nothing else")
  func grants() async throws {
    plugin.route.publish(
      try await plugin.start(grants: ManifestGrants(calls: ["\(EchoService.name)/Say"])))
    let own = try await plugin.channel.echo("Ask", "-\(EchoService.name)/Say|principal")
    #expect(own == "2 echo")
    let refusal = await status {
      try await plugin.channel.echo("Ask", "-\(EchoService.name)/Change|x")
    }
    #expect(refusal.reason == "CALL_NOT_GRANTED")
  }

  @Test("A method that declares no permission is refused to everyone")
  func noPermission() async throws {
    plugin.route.publish(try await plugin.start())
    let refusal = await status { try await plugin.channel.echo("Forbidden", "") }
    #expect(refusal.code == .permissionDenied)
    #expect(refusal.reason == "NO_PERMISSION_DECLARED")
  }

  @Test("An unknown method is answered with those that there are")
  func unknownMethod() async throws {
    plugin.route.publish(try await plugin.start())
    let refusal = await status { try await plugin.channel.echo("Sai", "") }
    #expect(refusal.code == .unimplemented)
    #expect(
      refusal.message == "test.echo.v1.Echo has no method \"Sai\"; did you mean \"Say\"? It has: "
        + "Ask, Change, Chat, Collect, Count, Forbidden, Forward, Greet, Risk, Rule, Say, Wait.")
  }

  @Test(
    "An unknown service is answered with those that there are",
    arguments: [
      (
        "test.echo.v1.Ecco/Say",
        "There is no service \"test.echo.v1.Ecco\"; did you mean \"test.echo.v1.Echo\"? There are: "
          + "test.echo.v1.Echo."
      ),
      ("x.Y/Z", "There is no service \"x.Y\". There are: test.echo.v1.Echo."),
    ])
  func unknownService(method: String, message: String) async throws {
    let refusal = await status {
      let _: GoogleStringValue = try await plugin.channel.unary(
        method, GoogleStringValue(), CallOptions())
    }
    #expect(refusal.code == .unimplemented)
    #expect(refusal.message == message)
  }

  @Test("What is no method is refused", arguments: ["", "/", "a/", "/b", "nothing", "a/b/c"])
  func malformedMethod(method: String) async throws {
    let refusal = await status {
      let _: GoogleStringValue = try await plugin.channel.unary(
        method, GoogleStringValue(), CallOptions())
    }
    #expect(refusal.code == .invalidArgument)
    #expect(refusal.reason == "MALFORMED_METHOD")
  }

  @Test("A keyed call without a key gets one from the host; one with a key keeps it")
  func keys() async throws {
    plugin.route.publish(try await plugin.start())
    let fresh = try await plugin.channel.echo("Change", "")
    #expect(fresh.count == 32)
    #expect(try await plugin.channel.echo("Change", "") != fresh)
    let options = CallOptions(idempotencyKey: "mine")
    #expect(try await plugin.channel.echo("Change", "", options: options) == "mine")
    #expect(try await plugin.channel.echo("Say", "key") == "")
  }

  @Test("A method's own deadline holds for callers without one")
  func defaultDeadline() async throws {
    plugin.route.publish(try await plugin.start())
    let refusal = await status {
      try await plugin.channel.echo("Wait", "", options: CallOptions())
    }
    #expect(refusal.code == .deadlineExceeded)
  }

  @Test("New calls are refused while the host stops")
  func stopping() async throws {
    plugin.route.publish(try await plugin.start())
    plugin.router.stop()
    let refusal = await status { try await plugin.channel.echo("Say", "x") }
    #expect(refusal.reason == "HOST_STOPPING")
  }
}
