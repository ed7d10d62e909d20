import EchoService
import HostProtos
import HostServices
import IPC
import PluginHost
import Status
import Testing

@Suite("The host's own service", .timeLimit(.minutes(1)))
struct HostServiceTests {
  private let plugins = Plugins()

  @Test("Plugins are listed in start order, and an unknown name is refused with the known names")
  func plugins() async throws {
    try plugins.addEcho("zebra")
    try plugins.addScript("ant", "", #""depends_on": ["zebra"]"#)
    try await Hosting.run(plugins) { hosting in
      let list = try await hosting.client.listPlugins(ListPluginsRequest())
      #expect(list.plugins.map(\.name) == ["zebra", "ant"])
      let end = await status { try await hosting.plugin("zebar") }
      #expect(end.code == .notFound)
      #expect(
        end.message
          == "There is no plugin \"zebar\"; did you mean \"zebra\"? The plugins are: zebra, ant.")
    }
  }

  @Test("Describe starts the plugins that it needs, and describes them even if another one fails")
  func describeAll() async throws {
    try plugins.addEcho()
    try plugins.addScript(
      "bad", services: ["x.Y"], "exit 1", #""restart": {"initial_backoff": "30s"}"#)
    try await Hosting.run(plugins) { hosting in
      let all = try await hosting.client.describe(DescribeRequest())
      #expect(all.services.filter { $0.plugin != "host" }.map(\.name) == ["test.echo.v1.Echo"])
      #expect(all.services.contains { $0.name == "steward.host.v1.Host" })
    }
  }

  @Test("Describe finds the services of one plugin, without a start of the others")
  func describePlugin() async throws {
    try plugins.addEcho()
    try plugins.addEcho("other", services: ["test.other.v1.Echo"])
    try await Hosting.run(plugins) { hosting in
      let found = try await hosting.client.describe(DescribeRequest(plugin: "echo"))
      #expect(found.services.map(\.name) == ["test.echo.v1.Echo"])
      #expect(try await hosting.plugin("other").state == "stopped")
      let own = try await hosting.client.describe(DescribeRequest(namesOnly: true, plugin: "host"))
      #expect(own.services.contains { $0.name == "steward.host.v1.Permissions" })
      #expect(own.services.allSatisfy { $0.name.hasPrefix("steward.host.v1.") })
      let end = await status { try await hosting.client.describe(DescribeRequest(plugin: "x")) }
      #expect(end.code == .notFound)
    }
  }

  @Test("The names of services are known without a start, also those of a plugin that can't start")
  func names() async throws {
    try plugins.addEcho()
    try plugins.addScript("bad", services: ["x.Y"], "exit 1")
    try await Hosting.run(plugins) { hosting in
      let all = try await hosting.client.describe(DescribeRequest(namesOnly: true))
      #expect(
        all.services.map(\.name) == [
          "steward.host.v1.Audit", "steward.host.v1.Host", "steward.host.v1.Maintenance",
          "steward.host.v1.Permissions", "steward.host.v1.PluginTrust", "test.echo.v1.Echo", "x.Y",
        ])
      #expect(all.services.flatMap(\.descriptorSet) == [])
      #expect(try await hosting.plugin("echo").state == "stopped")
    }
  }

  @Test(
    "Describe finds services, methods and messages by name",
    arguments: [
      "test.echo.v1.Echo", "test.echo.v1.Echo/Say", "test.echo.v1.Echo.Say",
      "google.protobuf.StringValue",
    ])
  func describe(name: String) async throws {
    try plugins.addEcho()
    try await Hosting.run(plugins) { hosting in
      let found = try await hosting.client.describe(DescribeRequest(name: name))
      #expect(found.services.map(\.name) == ["test.echo.v1.Echo"])
      #expect(found.services[0].descriptorSet == EchoService.descriptorSet)
    }
  }

  @Test("Describe refuses a name that no plugin defines")
  func describeNothing() async throws {
    try await Hosting.run(plugins) { hosting in
      let end = await status { try await hosting.client.describe(DescribeRequest(name: "x.Y")) }
      #expect(end.code == .notFound)
      #expect(end.reason == "NOTHING_DESCRIBED")
    }
  }

  @Test("An overlong name is neither searched for nor repeated in the error")
  func describeLongName() async throws {
    let long = "x." + String(repeating: "y", count: 3000)
    let unknown = "x." + String(repeating: "y", count: 500)
    try await Hosting.run(plugins) { hosting in
      let refused = await status { try await hosting.client.describe(DescribeRequest(name: long)) }
      #expect(refused.reason == "NAME_TOO_LONG")
      #expect(refused.message.utf8.count < 200)
      let end = await status { try await hosting.client.describe(DescribeRequest(name: unknown)) }
      #expect(end.reason == "NOTHING_DESCRIBED")
      #expect(!end.message.contains(unknown))
    }
  }

  @Test("Logs returns the requested last lines, also of a plugin that has crashed")
  func logs() async throws {
    try plugins.addScript(
      "talker", services: ["x.Y"], "for i in 1 2 3 4; do echo line $i; done; exit 1",
      #""restart": {"initial_backoff": "30s"}"#)
    try await Hosting.run(plugins) { hosting in
      _ = await status { try await hosting.client.describe(DescribeRequest(name: "x.Y")) }
      let lines = try await hosting.log("talker")
      #expect(lines.filter { $0.hasPrefix("line") } == (1...4).map { "line \($0)" })
      #expect(lines.contains { $0 == "crashed: exit status 1" })
      #expect(lines.contains { $0 == "is started again later" })
      var tail = 0
      for try await _ in try await hosting.client.logs(LogsRequest(name: "talker", tail: 2)) {
        tail += 1
      }
      #expect(tail == 2)
    }
  }

}
