import EchoService
import GoogleProtos
import IPC
import ProtobufRuntime
import Status
import Testing

@testable import PluginHost

@Suite("Calls whose plugin dies", .timeLimit(.minutes(1)))
struct RetryTests {
  private let plugin = InMemoryPlugin()

  @Test("Calls to a plugin that doesn't run start it once and wait for it")
  func lazyStart() async throws {
    let calls = (0..<3).map { number in
      Task { try await plugin.channel.echo("Say", "\(number)") }
    }
    plugin.route.publish(try await plugin.start())
    for (number, call) in calls.enumerated() { #expect(try await call.value == "\(number)") }
    #expect(plugin.wakes <= 1)
  }

  @Test("A call waits for its plugin until its deadline, and no longer")
  func deadline() async throws {
    let end = await status {
      try await plugin.channel.echo("Say", "", options: CallOptions(timeout: .milliseconds(30)))
    }
    #expect(end.code == .deadlineExceeded)
  }

  @Test("A call is refused with cause, delay and remedy if its plugin backs off past the deadline")
  func down() async throws {
    let (now, backoff) = (ContinuousClock.now, Duration.seconds(25))
    let outage = Outage(
      plugin: "echo", cause: "exit status 3", until: now + backoff, isUnfit: false)
    plugin.route.rest(outage)
    let end = await status {
      try await plugin.channel.echo("Say", "", options: CallOptions(timeout: .seconds(20)))
    }
    #expect(end.code == .unavailable)
    #expect(end.reason == "PLUGIN_BACKING_OFF")
    #expect(end.retryDelay.map { $0 > .zero && $0 <= backoff } == true)
    #expect(
      outage.status(at: now + .milliseconds(1)).message
        == "Plugin echo has crashed: exit status 3. It is started again in 25 s. "
        + "See: steward plugin logs echo; once it is fixed: steward plugin reload echo")
  }

  @Test("A call whose deadline is after the next start waits for it")
  func patient() async throws {
    plugin.route.rest(
      Outage(plugin: "echo", cause: "exit status 3", until: .now + .seconds(5), isUnfit: false))
    let call = Task { try await plugin.channel.echo("Say", "x") }
    plugin.route.publish(try await plugin.start())
    #expect(try await call.value == "x")
  }

  @Test("A call without a deadline waits only for a start within a second")
  func withoutDeadline() async throws {
    for (seconds, isRefused) in [(1, false), (5, true)] {
      plugin.route.rest(
        Outage(
          plugin: "echo", cause: "exit status 3", until: .now + .seconds(seconds), isUnfit: false))
      let call = Task { try await plugin.channel.echo("Say", "x", options: CallOptions()) }
      if !isRefused { plugin.route.publish(try await plugin.start()) }
      #expect(await status { try await call.value }.isOK != isRefused)
    }
  }

  @Test("An outage refuses only the waiting calls whose deadline comes first")
  func refusedWhileWaiting() async throws {
    let calls = [10, 30].map { seconds in
      Task {
        try await plugin.channel.echo("Say", "x", options: CallOptions(timeout: .seconds(seconds)))
      }
    }
    while plugin.route.waitingCount < 2 { await Task.yield() }
    plugin.route.rest(
      Outage(plugin: "echo", cause: "exit status 3", until: .now + .seconds(20), isUnfit: false))
    #expect(await status { try await calls[0].value }.reason == "PLUGIN_BACKING_OFF")
    plugin.route.publish(try await plugin.start())
    #expect(try await calls[1].value == "x")
  }

  @Test("A call that may be repeated moves to the next process", arguments: ["Say", "Change"])
  func repeated(method: String) async throws {
    let silent = SilentPlugin()
    let first = try await plugin.start(silent)
    plugin.route.publish(first)
    let call = Task { try await plugin.channel.echo(method, "again") }
    let lost = try #require(await silent.next())
    first.connection.close()
    first.ended(ProcessEnd(cause: "signal 9 (SIGKILL)", suspectsCalls: false))
    plugin.route.publish(try await plugin.start())
    let response = try await call.value
    #expect(response == (method == "Say" ? "again" : lost.header.idempotencyKey))
    #expect(first.callMethods == ["\(EchoService.name)/\(method)"])
  }

  @Test("A call that may not be repeated ends with the known facts of the crash")
  func notRepeated() async throws {
    let silent = SilentPlugin()
    let session = try await plugin.start(silent)
    plugin.route.publish(session)
    let call = Task { try await plugin.channel.echo("Risk", "x") }
    _ = await silent.next()
    session.connection.close()
    session.ended(ProcessEnd(cause: "signal 11 (SIGSEGV)", suspectsCalls: true))
    let end = await status { try await call.value }
    #expect(end.code == .unavailable)
    #expect(end.reason == "PLUGIN_CRASHED")
    #expect(
      end.message
        == "Plugin echo ended during a call of test.echo.v1.Echo/Risk: signal 11 (SIGSEGV). "
        + "The call may have taken effect. See: steward plugin logs echo")
  }

  @Test("A call whose processes are killed from outside 20 times is served by the next process")
  func killedInARow() async throws {
    let call = Task { try await plugin.channel.echo("Say", "x") }
    for _ in 0..<20 { try await kill() }
    plugin.route.publish(try await plugin.start())
    #expect(try await call.value == "x")
  }

  @Test("A call whose processes are killed again and again is not tried for ever")
  func attempts() async throws {
    let call = Task { try await plugin.channel.echo("Say", "x") }
    for _ in 0..<ProxiedCall.maximumAttempts { try await kill() }
    let end = await status { try await call.value }
    #expect(end.reason == "PLUGIN_CRASHED")
  }

  /// Gives the waiting call to a new process, and kills that process.
  private func kill() async throws {
    let silent = SilentPlugin()
    let session = try await plugin.start(silent)
    plugin.route.publish(session)
    _ = await silent.next()
    session.connection.close()
    session.ended(ProcessEnd(cause: "signal 9 (SIGKILL)", suspectsCalls: false))
  }

  @Test("A call whose response has begun is not repeated")
  func begun() async throws {
    let silent = SilentPlugin()
    let session = try await plugin.start(silent)
    plugin.route.publish(session)
    let responses: MessageStream<GoogleStringValue> = try await plugin.channel.serverStreaming(
      "\(EchoService.name)/Count", GoogleStringValue(value: "2"), CallOptions())
    let call = try #require(await silent.next())
    call.send(try GoogleStringValue(value: "0").serialized())
    let iterator = responses.makeAsyncIterator()
    #expect(try await iterator.next()?.value == "0")
    session.connection.close()
    session.ended(ProcessEnd(cause: "exit status 1", suspectsCalls: true))
    await #expect { _ = try await iterator.next() } throws: {
      ($0 as? Status)?.reason == "PLUGIN_CRASHED"
    }
  }

  @Test(
    "A plugin's own status is returned even if its reason looks like a lost connection",
    arguments: ["CONNECTION_LOST", "GOING_AWAY"])
  func notLost(reason: String) async throws {
    let session = try await plugin.start()
    plugin.route.publish(session)
    let end = await status { try await plugin.channel.echo("Say", "unavailable \(reason)") }
    #expect(end.message == "Not this one.")
    #expect(plugin.route.session === session)
  }

  @Test("A process that takes no new calls leaves them to the next process")
  func refused() async throws {
    let session = try await plugin.start(SilentPlugin())
    plugin.route.publish(session)
    plugin.lastEnd?.goAway()
    while !session.connection.isPeerGoingAway { await Task.yield() }
    let call = Task { try await plugin.channel.echo("Risk", "x") }
    while plugin.route.session === session { await Task.yield() }
    plugin.route.publish(try await plugin.start())
    #expect(try await call.value == "x")
  }

  @Test("A retired session is idle once its calls have ended")
  func retired() async throws {
    let silent = SilentPlugin()
    let old = try await plugin.start(silent)
    plugin.route.publish(old)
    let call = Task { try await plugin.channel.echo("Say", "x") }
    let served = try #require(await silent.next())
    plugin.route.publish(try await plugin.start())
    let (idle, signal) = AsyncStream<Void>.makeStream()
    old.retire { signal.finish() }
    #expect(try await plugin.channel.echo("Say", "new") == "new")
    #expect(old.callsInFlight == 1)
    served.end(CallEnd(message: try GoogleStringValue(value: "old").serialized()))
    #expect(try await call.value == "old")
    for await _ in idle {}
    #expect(old.callsInFlight == 0)
  }
}
