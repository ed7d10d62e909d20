import EchoService
import Glibc
import HostProtos
import HostServices
import IPC
import PluginHost
import Status
import Testing

@Suite("A host with real processes", .timeLimit(.minutes(1)))
struct HostTests {
  private let plugins = Plugins()

  @Test(
    "A plugin starts with its first call, runs in a process of its own, and ends with the host"
  )
  func lifetime() async throws {
    try plugins.addEcho()
    var pid: Int32 = 0
    try await Hosting.run(plugins) { hosting in
      #expect(try await hosting.plugin("echo").state == "stopped")
      pid = try #require(Int32(try await hosting.echo("Say", "pid")))
      let plugin = try await hosting.plugin("echo")
      #expect(plugin.state == "ready")
      #expect(plugin.pid == pid)
      #expect((plugin.residentBytes ?? 0) > 100_000)
      #expect(plugin.version == "1.0.0")
    }
    #expect(pid != getpid())
    #expect(kill(pid, 0) == -1 && errno == ESRCH)
  }

  @Test("The data directory can be opened again as soon as its host has stopped")
  func stoppedAndStarted() async throws {
    let data = Folder()
    for _ in 0..<20 {
      try await Hosting.run(plugins, data: data) { hosting in
        let backup = try await MaintenanceClient(hosting.host.channel).backup(BackupRequest())
        for try await _ in backup {}
      }
    }
  }

  @Test("The output of a plugin goes to its log and corrupts no frame")
  func prints() async throws {
    try plugins.addEcho()
    try await Hosting.run(plugins) { hosting in
      #expect(try await hosting.echo("Say", "hello") == "hello")
      try await hosting.awaitLog("echo") { $0 == "hello from echo" }
    }
  }

  @Test("No other process and no core file can read a plugin's memory")
  func memory() async throws {
    try plugins.addEcho()
    try await Hosting.run(plugins) { hosting in
      let memory = try await hosting.echo("Say", "memory")
      #expect(memory == "private")
    }
  }

  @Test("A killed plugin is started for the next call, and the crash is recorded")
  func killed() async throws {
    try plugins.addEcho()
    try await Hosting.run(plugins) { hosting in
      let first = try #require(Int32(try await hosting.echo("Say", "pid")))
      kill(first, SIGKILL)
      let second = try await hosting.echo("Say", "pid")
      #expect(second != "\(first)")
      let plugin = try await hosting.plugin("echo")
      #expect(plugin.restarts == 1)
      #expect(plugin.lastCrash?.cause == "signal 9 (SIGKILL)")
    }
  }

  @Test("A keyed change whose plugin dies after the commit happens once and returns its response")
  func exactlyOnce() async throws {
    try plugins.addEcho("echo", #""config": {"journal": "\#(plugins.path)/journal"}"#)
    try await Hosting.run(plugins) { hosting in
      let key = try await hosting.echo("Change", "die")
      #expect(plugins.folder.text("journal") == "\(key)\n")
      let crash = try #require(try await hosting.plugin("echo").lastCrash)
      #expect(crash.calls == ["test.echo.v1.Echo/Change"])
      #expect(crash.cause == "signal 9 (SIGKILL)")
      #expect(crash.log == ["hello from echo"])
    }
  }

  @Test("A call that may not be repeated reports how its plugin ended")
  func crashed() async throws {
    try plugins.addEcho()
    try await Hosting.run(plugins) { hosting in
      let end = await status { try await hosting.echo("Risk", "exit") }
      #expect(end.reason == "PLUGIN_CRASHED")
      #expect(end.message.contains("test.echo.v1.Echo/Risk: exit status 3."))
    }
  }

  @Test("A plugin that hangs doesn't respond to the ping and is killed")
  func hung() async throws {
    try plugins.addEcho("echo", #""limits": {"ping_timeout": "0.1s"}"#)
    try await Hosting.run(plugins) { hosting in
      let end = await status { try await hosting.echo("Risk", "hang") }
      #expect(end.message.contains("did not respond to a ping within 0.1 seconds"))
    }
  }

  @Test("A reload replaces the process, and no call fails")
  func reload() async throws {
    try plugins.addEcho()
    try await Hosting.run(plugins) { hosting in
      let before = try await hosting.echo("Say", "pid")
      try await withThrowingTaskGroup { group in
        for _ in 0..<4 {
          group.addTask { for _ in 0..<100 { _ = try await hosting.echo("Risk", "pid") } }
        }
        for _ in 0..<2 { _ = try await hosting.client.reload(ReloadRequest(name: "echo")) }
        try await group.waitForAll()
      }
      #expect(try await hosting.echo("Say", "pid") != before)
      let plugin = try await hosting.plugin("echo")
      #expect(plugin.restarts == 0)
      #expect(plugin.lastCrash == nil)
    }
  }

  @Test("The old process keeps serving if a reload starts an unfit one")
  func unfitReload() async throws {
    try plugins.addEcho()
    try await Hosting.run(plugins) { hosting in
      let before = try await hosting.echo("Say", "pid")
      // A new file, because the running executable can't be written to.
      unlink("\(plugins.path)/echo/run")
      try plugins.folder.write("echo/run", "#!/bin/sh\necho broken; exit 4\n", executable: true)
      let end = await status { try await hosting.client.reload(ReloadRequest(name: "echo")) }
      #expect(end.reason == "RELOAD_FAILED")
      #expect(end.message.contains("exit status 4"))
      #expect(try await hosting.echo("Say", "pid") == before)
    }
  }

  @Test("A plugin that backs off works at once when it is corrected and reloaded")
  func revived() async throws {
    let slow = #""restart": {"initial_backoff": "30s"}"#
    try plugins.addScript("echo", services: [EchoService.name], "exit 1", slow)
    try await Hosting.run(plugins) { hosting in
      _ = await status { try await hosting.echo("Say", "x") }
      #expect(try await hosting.plugin("echo").state == "backing_off")
      unlink("\(plugins.path)/echo/run")
      try plugins.addEcho("echo", slow)
      let plugin = try await hosting.client.reload(ReloadRequest(name: "echo"))
      #expect(plugin.state == "ready")
      #expect(try await hosting.echo("Say", "x") == "x")
    }
  }

  @Test("A plugin starts after the plugins that it depends on")
  func dependencies() async throws {
    try plugins.addEcho("base", services: [])
    try plugins.addEcho("echo", #""depends_on": ["base"]"#)
    try await Hosting.run(plugins) { hosting in
      _ = try await hosting.echo("Say", "x")
      #expect(try await hosting.plugin("base").state == "ready")
    }
  }

  @Test("An eager plugin starts with the host")
  func eager() async throws {
    try plugins.addEcho("echo", #""start": "eager""#)
    try await Hosting.run(plugins) { hosting in
      try await hosting.awaitLog("echo") { $0 == "is ready" }
      #expect(try await hosting.plugin("echo").state == "ready")
    }
  }

  @Test("A stopped host leaves neither a socket nor a lock behind")
  func nothingLeft() async throws {
    try plugins.addEcho()
    let hosting = try await Hosting.start(plugins, mode: .daemon)
    for _ in 0..<3 {
      let pid = try #require(Int32(try await hosting.echo("Say", "pid")))
      kill(pid, SIGKILL)
    }
    _ = try await hosting.echo("Say", "pid")
    await hosting.host.stop()
    #expect(access("\(hosting.data.path)/data/steward.sock", F_OK) == -1)
    // The lock is free again.
    await (try await Hosting.start(plugins, mode: .daemon, data: hosting.data)).host.stop()
  }
}
