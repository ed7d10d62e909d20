import EchoService
import Glibc
import HostProtos
import HostServices
import IPC
import PluginHost
import Status
import Testing

@Suite("A plugin that listens", .timeLimit(.minutes(1)))
struct ListeningTests {
  private let plugins = Plugins()

  /// Runs `body` with a host and two plugins. "door" listens, and "echo" does not.
  private func run(_ body: (Hosting, ListenAddress) async throws -> Void) async throws {
    try plugins.addEcho()
    try plugins.addEcho("door", services: [], #""grants": {"network": true}"#)
    try await Hosting.run(Plugins(), bundled: plugins) { hosting in
      let address = try await hosting.host.listen(
        on: ListenAddress("127.0.0.1:0"), as: "main", for: "door")
      try await body(hosting, address)
    }
  }

  private func ask(_ request: String, at address: ListenAddress) async throws -> String {
    try await Guest(at: address).ask(request)
  }

  /// Returns when another process responds. A replaced process accepts connections until the host
  /// tells it to stop.
  private func awaitSuccessor(of pid: String, at address: ListenAddress) async throws {
    while try await ask("pid", at: address) == pid { await Task.yield() }
  }

  @Test("A listening plugin starts at once, responds on its chosen port and reports its address")
  func responds() async throws {
    try await run { hosting, address in
      #expect(address.port != 0)
      let pid = try await ask("pid", at: address)
      let plugin = try await hosting.plugin("door")
      #expect(plugin.pid == Int32(pid))
      #expect(plugin.listeners == [ListenerStatus(name: "main", address: "\(address)")])
    }
  }

  @Test("A listening plugin gets its sockets from descriptor 5 on, and no other descriptor")
  func descriptors() async throws {
    try await run { hosting, first in
      let second = try await hosting.host.listen(
        on: ListenAddress("127.0.0.1:0"), as: "other", for: "door")
      #expect(second.port != first.port)
      // The plugin is started again for the second socket, and serves on both.
      try await hosting.awaitLog("door") { $0 == "listens on main 5 and other 6" }
      for address in [first, second] {
        #expect(Int32(try await ask("pid", at: address)) != nil)
      }
    }
  }

  @Test("A listening plugin loses no connection while it is reloaded")
  func reload() async throws {
    try await run { hosting, address in
      let before = try await ask("pid", at: address)
      let responses = try await withThrowingTaskGroup { group in
        for _ in 0..<4 {
          group.addTask {
            var responses: [String] = []
            for _ in 0..<100 { responses.append(try await ask("pid", at: address)) }
            return responses
          }
        }
        for _ in 0..<3 { _ = try await hosting.client.reload(ReloadRequest(name: "door")) }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(responses.count == 400)
      #expect(responses.allSatisfy { Int32($0) != nil })
      try await awaitSuccessor(of: before, at: address)
      #expect(try await hosting.plugin("door").lastCrash == nil)
    }
  }

  @Test("A process that a reload replaced still makes calls for its open connections")
  func guestOfTheOld() async throws {
    try await run { hosting, address in
      let before = try await ask("pid", at: address)
      let guest = try Guest(at: address)
      // A later connection was accepted after this one, so the old process has accepted this one
      // too.
      #expect(try await ask("pid", at: address) == before)
      _ = try await hosting.client.reload(ReloadRequest(name: "door"))
      try await awaitSuccessor(of: before, at: address)
      #expect(await guest.ask("\(EchoService.name)/Greet|hello|") == "hello")
    }
  }

  @Test("A connection to a killed plugin waits for the plugin's next process")
  func killed() async throws {
    try await run { hosting, address in
      let pid = try #require(Int32(try await ask("pid", at: address)))
      kill(pid, SIGKILL)
      #expect(try await Int32(ask("pid", at: address)) != pid)
      #expect(try await hosting.plugin("door").restarts == 1)
    }
  }

  @Test("A plugin that is down refuses new and waiting connections until it is reloaded")
  func down() async throws {
    let grants = #""grants": {"network": true}, "restart": {"initial_backoff": "30s"}"#
    try plugins.addEcho("door", services: [], grants)
    try await Hosting.run(Plugins(), bundled: plugins) { hosting in
      let address = try await hosting.host.listen(
        on: ListenAddress("127.0.0.1:0"), as: "main", for: "door")
      let pid = try #require(Int32(try await ask("pid", at: address)))
      kill(pid, SIGSTOP)
      let waiting = try Guest(at: address)
      // A new file, because the running executable can't be written to.
      unlink("\(plugins.path)/door/run")
      try plugins.folder.write("door/run", "#!/bin/sh\nexit 1\n", executable: true)
      kill(pid, SIGKILL)
      try await hosting.awaitLog("door") { $0 == "is started again later" }
      #expect(await waiting.ask("pid").isEmpty)
      #expect(throws: Guest.Refused(number: ECONNREFUSED)) { try Guest(at: address) }
      unlink("\(plugins.path)/door/run")
      try plugins.addEcho("door", services: [], grants)
      _ = try await hosting.client.reload(ReloadRequest(name: "door"))
      #expect(Int32(try await ask("pid", at: address)) != nil)
    }
  }

  @Test("A listening plugin closes its port when the host stops, and serves accepted connections")
  func stop() async throws {
    var guest: Guest?
    var bound: ListenAddress?
    var response: Task<String, Never>?
    try await run { hosting, address in
      let before = try await ask("pid", at: address)
      guest = try Guest(at: address)
      #expect(try await ask("pid", at: address) == before)
      bound = address
      let stopping = Task { await hosting.host.stop() }
      // The client sends its request only after the port is closed.
      while (try? Guest(at: address)) != nil { await Task.yield() }
      response = Task { [guest] in await guest?.ask("\(EchoService.name)/Greet|late|") ?? "" }
      #expect(await response?.value == "late")
      await stopping.value
    }
    let address = try #require(bound)
    #expect(throws: Guest.Refused(number: ECONNREFUSED)) { try Guest(at: address) }
  }

  @Test("A second socket at the same address is refused")
  func inUse() async throws {
    try await run { hosting, address in
      let refusal = await status {
        try await hosting.host.listen(on: address, as: "x", for: "door")
      }
      #expect(refusal.reason == "ADDRESS_IN_USE")
      #expect(refusal.message.contains("\(address)"))
    }
  }

  @Test("Only a plugin that exists, works and has the network grant can listen")
  func refusals() async throws {
    try plugins.addEcho()
    try plugins.addEcho("broken", services: [], #""depends_on": ["nothing"]"#)
    try await Hosting.run(Plugins(), bundled: plugins) { hosting in
      let address = try ListenAddress("127.0.0.1:0")
      for (plugin, reason, words) in [
        ("echoo", "PLUGIN_NOT_FOUND", "did you mean \"echo\""),
        ("broken", "PLUGIN_FAILED", "there is no plugin \"nothing\""),
        ("echo", "NETWORK_NOT_GRANTED", "set \"network\": true"),
      ] as [(String, StatusReason, String)] {
        let refusal = await status {
          try await hosting.host.listen(on: address, as: "door", for: plugin)
        }
        #expect(refusal.reason == reason)
        #expect(refusal.message.contains(words))
      }
    }
  }

  @Test("A plugin can't listen on an address of another machine")
  func foreign() async throws {
    try await run { hosting, _ in
      // Reserved for documentation: RFC 5737.
      let refusal = await status {
        try await hosting.host.listen(on: ListenAddress("192.0.2.1:0"), as: "x", for: "door")
      }
      #expect(refusal.reason == "ADDRESS_NOT_AVAILABLE")
    }
  }

  @Test("A plugin for which the host doesn't listen gets no sockets")
  func none() async throws {
    try plugins.addEcho("echo", #""grants": {"network": true}"#)
    try await Hosting.run(Plugins(), bundled: plugins) { hosting in
      _ = try await hosting.echo("Say", "x")
      #expect(try await hosting.plugin("echo").listeners.isEmpty)
      #expect(try await !hosting.log("echo").contains { $0.hasPrefix("listens") })
    }
  }
}
