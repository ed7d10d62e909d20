import EchoService
import GoogleProtos
import HostProtos
import HostServices
import IPC
import Status
import Testing

@testable import PluginHost

@Suite("The recording of calls", .timeLimit(.minutes(1)))
struct CallRecordingTests {
  private let plugin = InMemoryPlugin()

  /// The sum of all recorded calls of one recorder.
  private func sum(_ points: [CallCounts]) -> CallCounts {
    points.reduce(into: CallCounts()) { $0 += $1 }
  }

  private func counts(of method: String) -> CallCounts {
    let methods = plugin.route.recorder.callsByMethod(by: .hour, at: .now)
    return sum(methods.first { $0.method == "\(EchoService.name)/\(method)" }?.points ?? [])
  }

  private var unplaced: CallCounts {
    sum(plugin.route.recorder.unplaced.points(by: .hour, at: .now))
  }

  @Test(
    "Only the codes that blame the plugin or the host make a call a failure",
    arguments: 0...17)
  func codes(number: Int) {
    let code = StatusCode(rawValue: .init(number))
    let recorder = CallRecorder(hasLatency: true)
    let now = ContinuousClock.now
    recorder.ended(with: code, since: now, at: now)
    let counts = sum(recorder.points(by: .minute, at: now))
    #expect(counts.calls == 1)
    let blaming: [StatusCode] = [
      .unknown, .deadlineExceeded, .unimplemented, .internal, .unavailable, .dataLoss,
      .resourceExhausted,
    ]
    #expect(counts.failures == (blaming.contains(code) ? 1 : 0))
  }

  @Test(
    "A latency falls into the first bucket whose bound it does not exceed",
    arguments: [
      (-1, 0), (0, 0), (500, 0), (501, 1), (1000, 1), (2500, 2), (10_000_000, 10),
      (10_000_001, 11), (1 << 50, 11),
    ])
  func buckets(microseconds: Int, bucket: Int) {
    #expect(CallCounts.bucket(of: .microseconds(microseconds)) == bucket)
    var counts = CallCounts()
    counts.add(isFailure: false, bucket: bucket)
    #expect(counts.latencies.count == CallCounts.latencyBounds.count + 1)
    #expect(counts.latencies.firstIndex(of: 1) == bucket && counts.latencies.reduce(0, +) == 1)
  }

  @Test("A call counts for its method when it has ended, with its latency")
  func unary() async throws {
    plugin.route.publish(try await plugin.start())
    for _ in 0..<3 { _ = try await plugin.channel.echo("Say", "x") }
    _ = await status { try await plugin.channel.echo("Say", "fail") }
    #expect(counts(of: "Say").calls == 4 && counts(of: "Say").failures == 0)
    #expect(counts(of: "Say").latencies.reduce(0, +) == 4)
    #expect(counts(of: "Change").calls == 0 && unplaced.calls == 0)
  }

  @Test("A stream counts as one call, and has no latency")
  func streams() async throws {
    plugin.route.publish(try await plugin.start())
    let responses: MessageStream<GoogleStringValue> = try await plugin.channel.serverStreaming(
      "\(EchoService.name)/Count", GoogleStringValue(value: "5"), CallOptions())
    for try await _ in responses {}
    #expect(counts(of: "Count").calls == 1)
    #expect(counts(of: "Count").latencies.allSatisfy { $0 == 0 })
  }

  @Test("A call that outlives its deadline is a failure, and one that its caller cancels is not")
  func ends() async throws {
    plugin.route.publish(try await plugin.start())
    _ = await status { try await plugin.channel.echo("Wait", "", options: CallOptions()) }
    #expect(counts(of: "Wait").calls == 1 && counts(of: "Wait").failures == 1)
    let silent = SilentPlugin()
    plugin.route.publish(try await plugin.start(silent))
    let call = Task { try await plugin.channel.echo("Say", "x") }
    _ = await silent.next()
    call.cancel()
    _ = await call.result
    while counts(of: "Say").calls == 0 { await Task.yield() }
    #expect(counts(of: "Say").calls == 1 && counts(of: "Say").failures == 0)
  }

  @Test("A call that the host refuses counts for its method, as far as there is such a method")
  func refused() async throws {
    plugin.route.publish(try await plugin.start())
    #expect(await status { try await plugin.channel.echo("Forbidden", "") } != .ok)
    #expect(counts(of: "Forbidden").calls == 1 && counts(of: "Forbidden").failures == 0)
    #expect(await status { try await plugin.channel.echo("Sai", "") } != .ok)
    #expect(unplaced.calls == 1 && unplaced.failures == 1)
  }

  @Test("The calls to a plugin that is down are failures of the plugin")
  func down() async throws {
    plugin.route.shut(Status(.unavailable, reason: "DOWN", message: "It is down."))
    #expect(await status { try await plugin.channel.echo("Say", "x") }.reason == "DOWN")
    #expect(unplaced.calls == 1 && unplaced.failures == 1)
    #expect(unplaced.latencies.allSatisfy { $0 == 0 })
  }

  @Test("The next process of a plugin continues the numbers of the one before")
  func nextProcess() async throws {
    plugin.route.publish(try await plugin.start())
    _ = try await plugin.channel.echo("Say", "x")
    plugin.route.publish(try await plugin.start())
    _ = try await plugin.channel.echo("Say", "x")
    #expect(counts(of: "Say").calls == 2)
  }

  @Test("A permission check is a call of the host, and not one of the method that it asks about")
  func inquiry() async throws {
    let host = PluginRecorder()
    try plugin.router.servePermissions(recorder: host)
    plugin.route.publish(try await plugin.start())
    let permissions = PermissionsClient(plugin.channel)
    for method in ["\(EchoService.name)/Say", "x.Y/Z"] {
      _ = await status { try await permissions.check(CheckPermissionRequest(method: method)) }
    }
    let methods = host.callsByMethod(by: .hour, at: .now)
    #expect(methods.map(\.method) == ["steward.host.v1.Permissions/Check"])
    #expect(sum(methods[0].points).calls == 2 && sum(methods[0].points).failures == 1)
    #expect(counts(of: "Say").calls == 0 && unplaced.calls == 0)
  }
}
