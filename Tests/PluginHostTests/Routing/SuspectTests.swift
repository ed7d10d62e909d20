import EchoService
import GoogleProtos
import IPC
import ProtobufRuntime
import Status
import Testing

@testable import PluginHost

@Suite("Suspect calls", .timeLimit(.minutes(1)))
struct SuspectTests {
  private let plugin = InMemoryPlugin()
  private let fault = ProcessEnd(cause: "signal 11 (SIGSEGV)", suspectsCalls: true)

  private func publish(
    _ silent: SilentPlugin, as plugin: InMemoryPlugin? = nil
  ) async throws -> PluginSession {
    let plugin = plugin ?? self.plugin
    let session = try await plugin.start(silent)
    plugin.route.publish(session)
    return session
  }

  private func die(_ session: PluginSession) {
    session.connection.close()
    session.ended(fault)
  }

  private func text(_ call: any IncomingCall) throws -> String {
    try GoogleStringValue(serialized: call.header.message ?? []).value
  }

  private func respond(to call: any IncomingCall) throws {
    call.end(CallEnd(message: call.header.message))
  }

  @Test(
    "Two calls that were served during a crash are repeated alone, and only the poison one fails")
  func sortedOut() async throws {
    let silent = SilentPlugin()
    let first = try await publish(silent)
    let calls = ["good", "bad"].map { text in
      Task { try await plugin.channel.echo("Say", text) }
    }
    for _ in calls { _ = await silent.next() }
    die(first)

    var session = try await publish(silent)
    for _ in calls {
      let call = try #require(await silent.next())
      #expect(session.callsInFlight == 1)
      if try text(call) == "good" {
        try respond(to: call)
      } else {
        die(session)
        session = try await publish(silent)
      }
    }
    #expect(try await calls[0].value == "good")
    let end = await status { try await calls[1].value }
    #expect(end.code == .internal)
    #expect(end.reason == "POISON_CALL")
    for word in ["test.echo.v1.Echo/Say", "SIGSEGV", "steward plugin reload echo"] {
      #expect(end.message.contains(word))
    }
  }

  @Test("A poison request reaches no process until a reload, and other requests are served")
  func remembered() async throws {
    let silent = SilentPlugin()
    var session = try await publish(silent)
    let poison = Task { try await plugin.channel.echo("Say", "bad") }
    for _ in 0..<2 {
      _ = await silent.next()
      die(session)
      session = try await publish(silent)
    }
    _ = await status { try await poison.value }
    let again = await status { try await plugin.channel.echo("Say", "bad") }
    #expect(again.reason == "POISON_CALL")
    #expect(again.retryDelay != nil)
    plugin.route.forgetSuspicions()
    for text in ["good", "bad"] {
      let call = Task { try await plugin.channel.echo("Say", text) }
      try respond(to: try #require(await silent.next()))
      #expect(try await call.value == text)
    }
  }

  @Test(
    "A call that can't be repeated reports the first crash, and is served alone the next time"
  )
  func notRepeatable() async throws {
    let silent = SilentPlugin()
    for reason in ["PLUGIN_CRASHED", "POISON_CALL"] as [StatusReason] {
      let session = try await publish(silent)
      let call = Task { try await plugin.channel.echo("Risk", "bad") }
      _ = await silent.next()
      die(session)
      #expect(await status { try await call.value }.reason == reason)
    }
    _ = try await publish(silent)
    let end = await status { try await plugin.channel.echo("Risk", "bad") }
    #expect(end.reason == "POISON_CALL")
  }

  @Test("Other calls wait for a suspect call, but only as long as its probation")
  func probation() async throws {
    let plugin = InMemoryPlugin(probation: .milliseconds(20))
    let silent = SilentPlugin()
    let first = try await publish(silent, as: plugin)
    let suspect = Task { try await plugin.channel.echo("Say", "slow") }
    _ = await silent.next()
    die(first)
    _ = try await publish(silent, as: plugin)
    let slow = try #require(await silent.next())
    let other = Task { try await plugin.channel.echo("Say", "other") }
    try respond(to: try #require(await silent.next()))
    #expect(try await other.value == "other")
    try respond(to: slow)
    #expect(try await suspect.value == "slow")
  }
}
