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

  @Test("A call reaches its plugin, and the response reaches the caller")
  func unary() async throws {
    plugin.route.publish(try await plugin.start())
    #expect(try await plugin.channel.echo("Say", "hello") == "hello")
  }

  @Test("A status arrives as the plugin returned it")
  func failure() async throws {
    plugin.route.publish(try await plugin.start())
    let status = await status { try await plugin.channel.echo("Say", "fail") }
    #expect(status == Status(.notFound, reason: "NO_SUCH_THING", message: "There is none."))
  }

  @Test("The host sets the principal, whatever the caller claims")
  func principal() async throws {
    plugin.route.publish(try await plugin.start())
    let claim = CallOptions(principal: IPCPrincipal(kind: .adminKey, id: "apikey_1"))
    #expect(try await plugin.channel.echo("Say", "principal", options: claim) == "1 uid:7")
  }

  @Test("An idempotency key of more than 255 characters is refused from every caller")
  func longIdempotencyKey() async throws {
    plugin.route.publish(try await plugin.start())
    for (character, length) in [("k", 255), ("é", 255), ("k", 256), ("é", 256), ("k", 1 << 20)] {
      let options = CallOptions(idempotencyKey: String(repeating: character, count: length))
      let response = await status {
        try await plugin.channel.echo("Say", "hello", options: options)
      }
      #expect(response.reason == (length > 255 ? "IDEMPOTENCY_KEY_LENGTH" : ""))
      #expect(response.code == (length > 255 ? .invalidArgument : .ok))
    }
  }

  @Test("A nested call has the principal of the call that is being served")
  func nestedPrincipal() async throws {
    let grants = ManifestGrants(calls: ["\(EchoService.name)/Say"])
    plugin.route.publish(try await plugin.start(grants: grants))
    let response = try await plugin.channel.echo("Ask", "\(EchoService.name)/Say|principal")
    #expect(response == "1 uid:7")
  }

  @Test("A plugin on its own behalf can make only the calls that were granted")
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

  @Test("A method that declares no permission is refused to every caller")
  func noPermission() async throws {
    plugin.route.publish(try await plugin.start())
    let refusal = await status { try await plugin.channel.echo("Forbidden", "") }
    #expect(refusal.code == .permissionDenied)
    #expect(refusal.reason == "NO_PERMISSION_DECLARED")
  }

  @Test("A call of an unknown method is refused with the names of the known methods")
  func unknownMethod() async throws {
    plugin.route.publish(try await plugin.start())
    let refusal = await status { try await plugin.channel.echo("Sai", "") }
    #expect(refusal.code == .unimplemented)
    #expect(
      refusal.message == "test.echo.v1.Echo has no method \"Sai\"; did you mean \"Say\"? "
        + "Its methods are: Ask, Change, Chat, Collect, Count, Forbidden, Forward, Greet, Risk, "
        + "Rule, Say, Wait.")
  }

  @Test(
    "A call of an unknown service is refused with the names of the known services",
    arguments: [
      (
        "test.echo.v1.Ecco/Say",
        "There is no service \"test.echo.v1.Ecco\"; did you mean \"test.echo.v1.Echo\"? "
          + "The services are: test.echo.v1.Echo."
      ),
      ("x.Y/Z", "There is no service \"x.Y\". The services are: test.echo.v1.Echo."),
    ])
  func unknownService(method: String, message: String) async throws {
    let refusal = await status {
      let _: GoogleStringValue = try await plugin.channel.unary(
        method, GoogleStringValue(), CallOptions())
    }
    #expect(refusal.code == .unimplemented)
    #expect(refusal.message == message)
  }

  @Test("A malformed method name is refused", arguments: ["", "/", "a/", "/b", "nothing", "a/b/c"])
  func malformedMethod(method: String) async throws {
    let refusal = await status {
      let _: GoogleStringValue = try await plugin.channel.unary(
        method, GoogleStringValue(), CallOptions())
    }
    #expect(refusal.code == .invalidArgument)
    #expect(refusal.reason == "MALFORMED_METHOD")
  }

  @Test("The host assigns a missing idempotency key and keeps a given one")
  func keys() async throws {
    plugin.route.publish(try await plugin.start())
    let fresh = try await plugin.channel.echo("Change", "")
    #expect(fresh.count == 32)
    #expect(try await plugin.channel.echo("Change", "") != fresh)
    let options = CallOptions(idempotencyKey: "mine")
    #expect(try await plugin.channel.echo("Change", "", options: options) == "mine")
    #expect(try await plugin.channel.echo("Say", "key") == "")
  }

  @Test("The deadline of a method applies to callers without a deadline")
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
