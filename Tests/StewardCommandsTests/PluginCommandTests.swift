import ArgumentParser
import GoogleProtos
import HostProtos
import IPC
import ProtobufRuntime
import Status
import StoreProtos
import Testing

@testable import StewardCommands

@Suite("steward plugin, status and watch")
struct PluginCommandTests {
  let recorder = Recorder()

  private func run(_ verb: any CallingVerb, host: FakeHost) async throws {
    try await verb.run(over: InProcessChannel(ServiceRouter([host])), in: recorder.session())
  }

  static let ready = PluginStatus(
    name: "orgs", version: "0.1.0", state: "ready", pid: 43,
    startedAt: GoogleTimestamp(seconds: 1000), restarts: 1, residentBytes: 7_444_889,
    services: ["steward.orgs.v1.Orgs"], trust: "bundled")
  static let failed = PluginStatus(
    name: "bad", version: "0.2.0", state: "failed",
    lastCrash: CrashReport(
      time: GoogleTimestamp(seconds: 1000), cause: "signal 9 (SIGKILL)", calls: ["a.v1.B/C"],
      log: ["first", "second\u{1B}"], remedy: "See why, then: steward plugin reload bad"))

  @Test("A table of plugins shows state, pid, uptime, restarts, memory and trust")
  func columns() throws {
    let report = try Report(
      of: ListPluginsResponse(plugins: [Self.ready, Self.failed]),
      items: [Self.ready, Self.failed], columns: PluginStatus.columns(now: 1065), id: \.name)
    #expect(
      try report.text(as: .table, style: .plain) == """
        NAME  VERSION  STATE   PID  UPTIME  RESTARTS  MEMORY   TRUST
        orgs  0.1.0    ready   43   1m 5s   1         7.1 MiB  bundled
        bad   0.2.0    failed  -    -       0         -        -

        """)
    #expect(try report.text(as: .id, style: .plain) == "orgs\nbad\n")
  }

  @Test("steward plugin info ends with the last crash and the remedy")
  func info() {
    #expect(
      Self.failed.readable(now: 1065, style: .plain) == """
        name             bad
        version          0.2.0
        state            failed
        pid              -
        uptime           -
        restarts         0
        memory           -
        calls in flight  0
        trust            -

        Last crash 1m 5s ago: signal 9 (SIGKILL)
        It was serving: a.v1.B/C
        Its last log lines:
          first
          second\\u{1b}
        See why, then: steward plugin reload bad

        """)
  }

  @Test("A plugin's state of two words has a space, and an unknown state is shown as it is")
  func newerState() {
    #expect(PluginStatus(state: "backing_off").stateCell.text == "backing off")
    #expect(PluginStatus(state: "hibernating").stateCell.text == "hibernating")
  }

  @Test("steward plugin list hints at --plugin-path if there are no plugins")
  func empty() async throws {
    try await run(ListPlugins.parse([]), host: FakeHost())
    #expect(recorder.output == "")
    #expect(recorder.errors.contains("--plugin-path"))
  }

  @Test("steward plugin logs prints each line with its time, and the host's remarks in brackets")
  func logs() async throws {
    let time = GoogleTimestamp(seconds: 1_782_900_000, nanos: 5)
    let lines = [
      LogLine(time: time, source: "stderr", text: "a warning"),
      LogLine(time: time, source: "host", text: "started"),
    ]
    try await run(PluginLogs.parse(["orgs"]), host: FakeHost(lines: lines))
    #expect(
      recorder.output == """
        2026-07-01T10:00:00Z  a warning
        2026-07-01T10:00:00Z  [started]

        """)
  }

  @Test("steward plugin reload shows the reloaded plugin")
  func reload() async throws {
    try await run(ReloadPlugin.parse(["orgs", "-o", "id"]), host: FakeHost(plugins: [Self.ready]))
    #expect(recorder.output == "orgs\n")
  }

  @Test(
    "steward plugin install says how a host that doesn't find the plugin can find it",
    arguments: [
      (
        "/d/steward.sock",
        "The running host doesn't look for plugins there. Start it again with "
          + "--plugin-path '/my plugins', or install the plugin into a folder that it searches.\n"
      ),
      (
        "",
        "A host finds the plugin only with --plugin-path '/my plugins', or with that folder in "
          + "STEWARD_PLUGIN_PATH.\n"
      ),
    ])
  func installUnseen(socket: String, note: String) async throws {
    let channel = InProcessChannel(ServiceRouter([FakeHost(socket: socket)]))
    try await InstallPlugin.parse(["build"]).use(
      "echo", from: "/my plugins", over: channel, in: recorder.session())
    #expect(recorder.errors == note)
  }

  @Test("steward status shows the host and its plugins")
  func status() async throws {
    try await run(StatusCommand.parse([]), host: FakeHost(plugins: [Self.ready]))
    #expect(
      recorder.output.hasPrefix(
        """
        host            running
        data directory  /d
        revision        7
        pid             42

        """))
    #expect(recorder.output.contains("\nNAME  VERSION"))
  }

  @Test("steward status -o id prints the pid of the running host")
  func statusID() async throws {
    try await run(StatusCommand.parse(["-o", "id"]), host: FakeHost())
    #expect(recorder.output == "42\n")
  }
}

@Suite("steward watch")
struct WatchCommandTests {
  let recorder = Recorder()
  static let events = (1...3).map { number in
    Event(
      revision: UInt64(number), time: GoogleTimestamp(seconds: 1_767_323_045),
      actor: "operator/uid:1000", action: "organization.created", resource: "org-\(number)")
  }

  private func watch(_ arguments: [String], end: Status? = nil) async throws {
    let host = FakeHost(events: Self.events, watchEnd: end)
    let verb = try WatchCommand.parse(arguments)
    try await verb.run(over: InProcessChannel(ServiceRouter([host])), in: recorder.session())
  }

  @Test("steward watch prints JSON lines if the output is not a terminal")
  func lines() async throws {
    try await watch(["--once"])
    let lines = recorder.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(try Event(json: String(lines[0])) == Self.events[0])
  }

  @Test("steward watch prints aligned lines for people")
  func table() async throws {
    try await watch(["--from", "3", "-o", "table"])
    #expect(
      recorder.output == "3       2026-01-02T03:04:05Z  organization.created    org-3"
        + String(repeating: " ", count: 33) + "operator/uid:1000\n")
  }

  @Test("steward watch says how to continue after it breaks off")
  func resumable() async throws {
    let lost = Status(.unavailable, reason: "CONNECTION_LOST", message: "lost")
    await #expect(throws: lost) { try await watch(["--from", "1", "-o", "id"], end: lost) }
    #expect(recorder.output == "1\n2\n3\n")
    #expect(recorder.errors == "To continue: steward watch --from 4\n")
  }

  @Test("steward watch gives no hint to continue if the output is a pipe")
  func piped() async throws {
    let host = FakeHost(events: Self.events)
    var session = recorder.session()
    session.console.outputIsPipe = true
    try await WatchCommand.parse(["--from", "1", "-o", "id"]).run(
      over: InProcessChannel(ServiceRouter([host])), in: session)
    #expect(recorder.output == "1\n2\n3\n")
    #expect(recorder.errors == "")
  }
}
