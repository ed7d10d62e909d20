import EchoService
import Glibc
import HostProtos
import IPC
import Status
import Synchronization
import Testing

@testable import PluginHost

@Suite("Plugin crashes", .timeLimit(.minutes(1)))
struct CrashTests {
  private let plugins = Plugins()

  @Test("A plugin that fails at each start is started again until it works, without a reload")
  func neverGivenUp() async throws {
    try plugins.addScript(
      "echo", services: [EchoService.name],
      "test -f fixed && exec '\(Plugins.echo)'; exit 1",
      #""restart": {"initial_backoff": "0.01s", "max_backoff": "0.02s"}"#)
    try await Hosting.run(plugins) { hosting in
      let call = Task { try await hosting.echo("Say", "x") }
      let crashes = Mutex(0)
      try await hosting.awaitLog("echo") { line in
        guard line == "crashed: exit status 1" else { return false }
        return crashes.withLock { count in
          count += 1
          return count == 12
        }
      }
      try plugins.folder.write("echo/fixed", "")
      #expect(try await call.value == "x")
    }
  }

  @Test("Twenty kills in a row cause no error for the callers")
  func killed() async throws {
    try plugins.addEcho("echo", #""restart": {"max_backoff": "0.02s"}"#)
    try await Hosting.run(plugins) { hosting in
      let kills = Task {
        for _ in 0..<20 {
          guard let pid = Int32(try await hosting.echo("Say", "pid")) else { return }
          kill(pid, SIGKILL)
        }
      }
      try await withThrowingTaskGroup { group in
        for _ in 0..<4 {
          group.addTask {
            for number in 0..<100 { _ = try await hosting.echo("Say", "\(number)") }
          }
        }
        try await group.waitForAll()
      }
      try await kills.value
      #expect(try await hosting.echo("Say", "x") == "x")
      #expect(try await hosting.plugin("echo").lastCrash?.cause == "signal 9 (SIGKILL)")
    }
  }

  @Test("A call that crashes its process is repeated once and then refused as a poison call")
  func poison() async throws {
    try plugins.addEcho()
    try await Hosting.run(plugins) { hosting in
      for _ in 0..<2 {
        let end = await status { try await hosting.echo("Say", "abort") }
        #expect(end.reason == "POISON_CALL")
        let crash = try await hosting.plugin("echo").lastCrash
        #expect(crash?.cause == "signal 6 (SIGABRT)")
      }
      #expect(try await hosting.echo("Say", "x") == "x")
      #expect(try await hosting.plugin("echo").restarts == 2)
    }
  }
}
