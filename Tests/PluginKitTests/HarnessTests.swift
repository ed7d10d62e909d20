import IPC
import IPCProtos
import PluginKit
import PluginTesting
import Status
import Testing

@Suite("A plugin in the harness")
struct HarnessTests {
  @Test("A plugin in the harness serves its services and introduces itself")
  func serves() async throws {
    let harness = try await PluginHarness(
      NumberPlugin.self, name: "numbers", version: "1.2.3")
    #expect(try await NumberClient(channel: harness.channel).call("Double", 21) == 42)
    let peer = try #require(harness.connection.peer)
    #expect(peer.name == "numbers" && peer.version == "1.2.3")
    #expect(peer.services == ["test.Numbers"])
    #expect(peer.descriptorSet == NumberService.descriptorSet)
    await harness.stop()
  }

  @Test("The harness calls a plugin on behalf of the principal that the test names")
  func principals() async throws {
    let harness = try await PluginHarness(NumberPlugin.self)
    let someone = IPCPrincipal(kind: .user, id: "user_1")
    let seen: IPCPrincipal = try await harness.channel(as: someone).unary(
      "test.Numbers/WhoAmI", Number(), CallOptions())
    #expect(seen == someone)
  }

  @Test("A plugin in the harness reaches the services of other plugins")
  func others() async throws {
    let harness = try await PluginHarness(NumberPlugin.self, others: [OtherService()])
    #expect(try await NumberClient(channel: harness.channel).call("AskHost", 5) == 25)
  }

  @Test("The error that keeps a plugin from serving reaches the host, with the remedy")
  func refusal() async {
    let reason = await reason {
      _ = try await PluginHarness(NumberPlugin.self, config: ["store": "needed"])
    }
    #expect(reason == "STORE_NOT_GRANTED")
  }

  @Test("A granted store is in the directory that the host names")
  func grantedStore() throws {
    let hello = IPCHello(
      pluginName: "n", grants: IPCGrants(storeDirectory: "/data/store", calls: ["a.B/*"]))
    let environment = PluginEnvironment(hello, host: InProcessChannel(ServiceRouter()))
    #expect(try environment.storeDirectory == "/data/store")
    #expect(environment.grantedCalls == ["a.B/*"])
  }

  @Test("A granted secret is the host's, and another secret is refused with the remedy")
  func grantedSecret() async throws {
    let hello = IPCHello(
      pluginName: "n", grants: IPCGrants(secrets: ["mail": [1, 2, 3]]))
    let environment = PluginEnvironment(hello, host: InProcessChannel(ServiceRouter()))
    #expect(try environment.secret("mail") == [1, 2, 3])
    let error = #expect(throws: Status.self) { try environment.secret("keys") }
    #expect(error?.reason == "SECRET_NOT_GRANTED")
    #expect(error?.message.contains("Add \"keys\" to \"secrets\"") == true)
  }

  @Test("A plugin's listeners are the ones that the host names")
  func listeners() {
    let listener = IPCListener(name: "http", descriptor: 5, address: "[::1]:80")
    let hello = IPCHello(pluginName: "n", grants: IPCGrants(listeners: [listener]))
    let environment = PluginEnvironment(hello, host: InProcessChannel(ServiceRouter()))
    #expect(
      environment.listeners == [PluginListener(name: "http", descriptor: 5, address: "[::1]:80")])
  }

  @Test("A plugin that is asked to drain finishes what it has begun before it takes no more calls")
  func draining() async throws {
    let listener = PluginListener(name: "http", descriptor: -1, address: "127.0.0.1:80")
    let harness = try await PluginHarness(
      NumberPlugin.self, listeners: [listener], others: [OtherService()])
    async let finished: Void = harness.connection.askToDrain()
    // The plugin reports this with a call to the host. The host's response is the last thing that
    // it waits for.
    #expect(try await NumberClient(channel: harness.channel).call("AwaitDrain", 3) == 9)
    await finished
    let reason = await reason {
      _ = try await NumberClient(channel: harness.channel).call("Double", 1)
    }
    #expect(reason == "GOING_AWAY")
    await harness.stop()
  }

  // Faults.

  @Test("A plugin whose connection is cut during a call loses the call and nothing else")
  func torn() async throws {
    let harness = try await PluginHarness(NumberPlugin.self)
    async let reason = reason {
      _ = try await NumberClient(channel: harness.channel).call("Hang", 1)
    }
    harness.faults.tear()
    #expect(await reason == "CONNECTION_LOST")
  }

  @Test(
    "A response that is cut at any byte of its frame is lost", arguments: 0..<8)
  func tornResponse(after count: Int) async throws {
    let harness = try await PluginHarness(NumberPlugin.self)
    harness.faults.tear(after: count)
    let reason = await reason {
      _ = try await NumberClient(channel: harness.channel).call("Double", 1)
    }
    #expect(reason == "CONNECTION_LOST")
  }

  @Test("Responses that are held back arrive in order when they are released")
  func held() async throws {
    let harness = try await PluginHarness(NumberPlugin.self)
    harness.faults.hold()
    let client = NumberClient(channel: harness.channel)
    async let responses = [client.call("Double", 1), client.call("Double", 2)]
    harness.faults.release()
    #expect(try await responses == [2, 4])
  }

  @Test("Garbage from a plugin closes its connection with the reason")
  func garbage() async throws {
    let harness = try await PluginHarness(NumberPlugin.self)
    harness.faults.inject([0, 0, 0, 2, 0xFF, 0xFF])
    #expect(await harness.connection.closed().reason == "PROTOCOL_ERROR")
  }

  @Test("A call to a plugin that sends no response ends at its deadline")
  func silent() async throws {
    let harness = try await PluginHarness(NumberPlugin.self)
    harness.faults.drop()
    let reason = await reason {
      let _: Number = try await harness.channel.unary(
        "test.Numbers/Double", Number(), CallOptions(timeout: .milliseconds(1)))
    }
    #expect(reason == "DEADLINE_EXCEEDED")
  }
}
