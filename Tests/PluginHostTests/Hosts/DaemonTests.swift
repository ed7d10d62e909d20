import EchoService
import Glibc
import HostProtos
import HostServices
import IPC
import Status
import Testing

@testable import PluginHost

@Suite("A daemon and its clients", .timeLimit(.minutes(1)))
struct DaemonTests {
  private let plugins = Plugins()

  private func connect(_ hosting: Hosting) async throws -> Connection {
    try #require(try await HostSocket.connect(dataDirectory: "\(hosting.data.path)/data"))
  }

  @Test("A client on the socket is the operator and can call the same services")
  func client() async throws {
    try plugins.addEcho()
    try await Hosting.run(plugins, mode: .daemon) { hosting in
      let client = try await connect(hosting)
      #expect(try await client.echo("Say", "principal") == "1 uid:\(geteuid())")
      let status = try await HostClient(client).getStatus(GetStatusRequest())
      #expect(status.pid == getpid())
      #expect(status.socket.hasSuffix("/data/steward.sock"))
      #expect(status.plugins.map(\.name) == ["echo"])
      client.close()
    }
  }

  @Test("A command uses the daemon if one runs, and embeds a host otherwise")
  func access() async throws {
    try plugins.addEcho()
    let data = Folder()
    let configuration = HostConfiguration(
      dataDirectory: "\(data.path)/data", pluginPaths: [plugins.path])
    let alone = try await HostAccess.open(configuration)
    guard case .embedded = alone else { return #expect(Bool(false), "no daemon runs yet") }
    #expect(try await alone.channel.echo("Say", "x") == "x")
    await alone.close()

    let hosting = try await Hosting.start(plugins, mode: .daemon, data: data)
    let access = try await HostAccess.open(configuration)
    guard case .daemon = access else { return #expect(Bool(false), "a daemon runs") }
    #expect(try await access.channel.echo("Say", "x") == "x")
    await access.close()
    await hosting.host.stop()
  }

  @Test("A second daemon on the same data directory is refused, and the first continues")
  func second() async throws {
    try plugins.addEcho()
    try await Hosting.run(plugins, mode: .daemon) { hosting in
      await #expect {
        _ = try await Hosting.start(plugins, mode: .daemon, data: hosting.data)
      } throws: { ($0 as? HostError)?.status.reason == "HOST_RUNNING" }
      let client = try await connect(hosting)
      #expect(try await client.echo("Say", "x") == "x")
      client.close()
    }
  }

  @Test("A command waits for a host that starts or stops, and gives up on one that doesn't respond")
  func between() async throws {
    let data = Folder()
    let configuration = HostConfiguration(dataDirectory: "\(data.path)/data")
    let directory = try DataDirectory.prepare(configuration.dataDirectory)
    var lock: HostLock? = try await HostLock.exclusive(on: directory)
    let error = await #expect(throws: HostError.self) {
      _ = try await HostAccess.open(configuration, patience: .milliseconds(60))
    }
    #expect(error?.status.code == .unavailable)
    #expect(error?.status.message.contains("pid \(getpid())") == true)

    async let access = HostAccess.open(configuration)
    withExtendedLifetime(lock) { lock = nil }
    try await access.close()
  }

  @Test("A daemon starts although a dead host left its socket behind")
  func staleSocket() async throws {
    try plugins.addEcho()
    let data = Folder()
    try data.write("data/steward.sock", "")
    chmod("\(data.path)/data", 0o700)
    let hosting = try await Hosting.start(plugins, mode: .daemon, data: data)
    let client = try await connect(hosting)
    #expect(try await client.echo("Say", "x") == "x")
    client.close()
    await hosting.host.stop()
  }

  @Test("A client that disconnects in the middle of a stream cancels its calls")
  func clientGoes() async throws {
    try plugins.addEcho()
    try await Hosting.run(plugins, mode: .daemon) { hosting in
      let client = try await connect(hosting)
      let call = Task {
        try await client.echo("Wait", "", options: CallOptions(timeout: .seconds(600)))
      }
      try await hosting.awaitCalls(in: "echo") { $0 == 1 }
      client.close()
      _ = await status { try await call.value }
      try await hosting.awaitCalls(in: "echo") { $0 == 0 }
    }
  }

  @Test("A stopping host finishes its clients' calls, ends streams and refuses new calls")
  func stop() async throws {
    try plugins.addEcho()
    let hosting = try await Hosting.start(plugins, mode: .daemon)
    let client = try await connect(hosting)
    let logs = try await HostClient(client).logs(LogsRequest(name: "echo", follow: true))
    _ = try await client.echo("Say", "x")
    let iterator = logs.makeAsyncIterator()
    _ = try await iterator.next()
    await hosting.host.stop()
    let end = await status { while try await iterator.next() != nil {} }
    #expect(end.reason == "HOST_STOPPING")
    #expect(await client.closed().isOK)
  }
}

extension Hosting {
  /// Waits until `isWanted` accepts the number of calls that the plugin is serving.
  func awaitCalls(in name: String, _ isWanted: (UInt32) -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(20)
    while !isWanted(try await plugin(name).callsInFlight) {
      try #require(ContinuousClock.now < deadline)
      await Task.yield()
    }
  }
}
