import HostProtos
import HostServices
import IPC
import PluginHost
import Status
import Testing

@Suite("Plugins that behave badly", .timeLimit(.minutes(1)))
struct BadPluginTests {
  private let plugins = Plugins()
  /// This backoff ends after the deadline of the last call, so no test has to wait for more
  /// crashes.
  private let slow = #""restart": {"initial_backoff": "30s"}"#

  private func failure(
    of script: String, _ more: String = "", reason: StatusReason = "PLUGIN_BACKING_OFF"
  ) async throws -> PluginStatus {
    try plugins.addScript(
      "bad", services: ["test.echo.v1.Echo"], script, slow + (more.isEmpty ? "" : ", \(more)"))
    var plugin = PluginStatus()
    try await Hosting.run(plugins) { hosting in
      let end = await status { try await hosting.echo("Say", "x") }
      #expect(end.code == .unavailable)
      #expect(end.reason == reason)
      #expect(end.retryDelay.map { $0 > .seconds(20) } == true)
      plugin = try await hosting.plugin("bad")
    }
    return plugin
  }

  @Test("A plugin that exits at once backs off, and its status has its last lines and the remedy")
  func exits() async throws {
    let plugin = try await failure(of: "echo 'no such table' >&2; exit 3")
    #expect(plugin.state == "backing_off")
    #expect(plugin.retryAt != nil)
    let crash = try #require(plugin.lastCrash)
    #expect(crash.cause == "exit status 3")
    #expect(crash.log == ["no such table"])
    #expect(crash.remedy == "correct the cause, then try again")
  }

  @Test("A plugin that never sends a Welcome is killed after the start timeout")
  func silent() async throws {
    let plugin = try await failure(of: "exec cat <&3", #""limits": {"start_timeout": "0.1s"}"#)
    #expect(plugin.lastCrash?.cause == "sent no Welcome within 0.1 seconds")
  }

  @Test("A plugin that sends garbage instead of frames breaks the protocol")
  func garbage() async throws {
    let plugin = try await failure(
      of: #"printf '\000\000\000\004\377\377\377\377' >&4; exec cat <&3"#)
    #expect(plugin.lastCrash?.cause.hasPrefix("its connection failed: ") == true)
  }

  @Test("A frame longer than allowed is refused before memory is allocated for it")
  func hugeFrame() async throws {
    let plugin = try await failure(of: #"printf '\377\377\377\377' >&4; exec cat <&3"#)
    #expect(plugin.lastCrash?.cause.hasPrefix("its connection failed: ") == true)
  }

  @Test("A Welcome with a protocol version that the host did not offer is refused")
  func version() async throws {
    // Frame { welcome { protocol: 99 } }
    let plugin = try await failure(
      of: #"printf '\000\000\000\004\022\002\010\143' >&4; exec cat <&3"#)
    #expect(plugin.lastCrash?.cause.contains("99") == true)
  }

  @Test("A plugin that doesn't serve the services that its manifest lists fails")
  func otherServices() async throws {
    // Frame { welcome { protocol: 1 } }
    let plugin = try await failure(
      of: #"printf '\000\000\000\004\022\002\010\001' >&4; exec cat <&3"#, reason: "PLUGIN_FAILED")
    #expect(plugin.state == "failed")
    #expect(plugin.retryAt != nil)
    #expect(
      plugin.lastCrash?.cause == "does not serve test.echo.v1.Echo, which its manifest lists")
  }

  @Test("The start of a file that is neither program nor script fails with Exec format error")
  func noProgram() async throws {
    try plugins.addScript("bad", services: ["test.echo.v1.Echo"], "")
    try plugins.folder.write("bad/run", "neither program nor script", executable: true)
    try await Hosting.run(plugins) { hosting in
      let end = await status { try await hosting.echo("Say", "x") }
      #expect(end.message.contains("Exec format error"))
    }
  }

  @Test("A plugin that ignores closed pipes and SIGTERM is killed when the host stops")
  func stubborn() async throws {
    try plugins.addScript(
      "bad", services: ["test.echo.v1.Echo"], "trap '' TERM; echo up; while :; do read x; done",
      #""limits": {"stop_timeout": "0.2s"}"#)
    let hosting = try await Hosting.start(plugins)
    let call = Task { try await hosting.echo("Say", "x") }
    try await hosting.awaitLog("bad") { $0 == "up" }
    await hosting.host.stop()
    #expect(await status { try await call.value }.reason == "HOST_STOPPING")
  }

  @Test("A broken manifest is listed with its reason, and other plugins still work")
  func brokenManifest() async throws {
    try plugins.addEcho()
    try plugins.folder.write("broken/plugin.json", #"{"name": "broken", "vresion": "1"}"#)
    try await Hosting.run(plugins) { hosting in
      #expect(try await hosting.echo("Say", "x") == "x")
      let plugin = try await hosting.plugin("broken")
      #expect(plugin.state == "failed")
      #expect(plugin.lastCrash?.cause.contains("vresion") == true)
      let end = await status { try await hosting.client.reload(ReloadRequest(name: "broken")) }
      #expect(end.reason == "PLUGIN_FAILED")
    }
  }

  @Test("A call to a plugin whose dependency fails is refused with that reason")
  func failedDependency() async throws {
    try plugins.addScript("base", "exit 1", slow)
    try plugins.addEcho("echo", #""depends_on": ["base"]"#)
    try await Hosting.run(plugins) { hosting in
      let end = await status { try await hosting.echo("Say", "x") }
      #expect(
        end.message
          == "Plugin echo depends on base, which failed. See: steward plugin info base")
    }
  }
}
