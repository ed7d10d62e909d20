import EchoService
import Glibc
import GoogleProtos
import HostProtos
import HostServices
import IPC
import Status
import Testing
import WellKnownTypes

@testable import PluginHost

@Suite("The statistics of a host", .timeLimit(.minutes(1)))
struct StatsTests {
  private let plugins = Plugins()

  private func calls(_ points: [StatsPoint]) -> UInt64 { points.reduce(0) { $0 + $1.calls } }

  private func cpuTime(_ points: [StatsPoint]) -> Duration {
    points.compactMap(\.cpuTime).reduce(.zero) { $0 + Duration($1) }
  }

  @Test("A plugin that is reloaded or that crashes keeps its numbers, by minute and by hour")
  func kept() async throws {
    try plugins.addEcho()
    try await Hosting.run(plugins) { hosting in
      let pid = try await hosting.echo("Say", "pid")
      _ = try await hosting.client.reload(ReloadRequest(name: "echo"))
      #expect(try await hosting.echo("Say", "pid") != pid)
      kill(try #require(Int32(try await hosting.echo("Say", "pid"))), SIGKILL)
      _ = try await hosting.echo("Say", "x")
      for (step, count, seconds) in [("", 60, 60), ("minute", 60, 60), ("hour", 24, 3600)] {
        let stats = try await hosting.client.stats(
          StatsRequest(step: step, plugin: "echo", byMethod: true))
        #expect(stats.step == GoogleDuration(seconds: Int64(seconds)))
        let plugin = try #require(stats.plugins.first)
        #expect(plugin.points.count == count && calls(plugin.points) == 4)
        #expect(plugin.methods.map(\.method) == ["\(EchoService.name)/Say"])
        #expect(calls(plugin.methods[0].points) == 4)
        #expect(cpuTime(plugin.points) > .zero)
        #expect((plugin.points.last?.residentBytes ?? 0) > 1 << 20)
        #expect(
          plugin.points.allSatisfy { $0.latencyBuckets.count == stats.latencyBounds.count + 1 })
        let end = try #require(stats.from).seconds + Int64(count * seconds)
        #expect((end - Int64(seconds) - 1...end + 1).contains(GoogleTimestamp.now.seconds))
      }
    }
  }

  @Test("The host comes first, with the calls of its own services, and then every plugin")
  func all() async throws {
    try plugins.addEcho()
    try plugins.addScript("idle", "")
    try await Hosting.run(plugins) { hosting in
      _ = try await hosting.client.listPlugins(ListPluginsRequest())
      let stats = try await hosting.client.stats(StatsRequest(byMethod: true))
      #expect(stats.plugins.map(\.name) == ["host", "echo", "idle"])
      let host = stats.plugins[0]
      #expect(host.methods.map(\.method) == ["steward.host.v1.Host/ListPlugins"])
      #expect(calls(host.points) == 1 && cpuTime(host.points) > .zero)
      #expect(stats.plugins[2].points == Array(repeating: stats.plugins[2].points[0], count: 60))
      #expect(stats.plugins[2].points[0].cpuTime == nil)
      let own = try await hosting.client.stats(StatsRequest(plugin: "host"))
      #expect(own.plugins.map(\.name) == ["host"] && own.plugins[0].methods.isEmpty)
      #expect(calls(own.plugins[0].points) == 2)
    }
  }

  @Test("The processor time that a process used before it ended is not lost")
  func ended() async throws {
    try plugins.addScript(
      "busy", services: ["x.Y"], "i=0; while [ $i -lt 50000 ]; do i=$((i+1)); done; exit 1",
      #""restart": {"initial_backoff": "30s"}"#)
    try await Hosting.run(plugins) { hosting in
      _ = await status { try await hosting.client.describe(DescribeRequest(name: "x.Y")) }
      let stats = try await hosting.client.stats(StatsRequest(plugin: "busy"))
      #expect(cpuTime(stats.plugins[0].points) > .milliseconds(1))
    }
  }

  @Test("An unknown step and an unknown plugin are refused with the known ones")
  func unknown() async throws {
    try plugins.addEcho()
    try await Hosting.run(plugins) { hosting in
      let step = await status { try await hosting.client.stats(StatsRequest(step: "day")) }
      #expect(step.code == .invalidArgument && step.reason == "UNKNOWN_STEP")
      #expect(step.message == "step: must be \"minute\" or \"hour\", not \"day\".")
      let name = await status { try await hosting.client.stats(StatsRequest(plugin: "ecco")) }
      #expect(name.reason == "PLUGIN_NOT_FOUND")
    }
  }
}
