import ArgumentParser
import HostProtos
import HostServices
import IPC
import Synchronization
import Testing

@testable import StewardCommands

@Suite("steward plugin trust")
struct TrustPluginTests {
  private let recorder = Recorder()
  private let fake = FakePluginTrust()

  private func run(
    _ arguments: [String], input: String = "", isAttended: Bool = false
  ) async throws {
    let verb = try TrustPlugin.parse(arguments)
    try await verb.run(
      over: InProcessChannel(ServiceRouter([fake])),
      in: recorder.session(input: input, isAttended: isAttended))
  }

  private static let prompt = """
    Plugin greeter, /m/greeter/greeter, SHA-256 ab12:
      It has a different executable.
      It reads and changes the whole store.
      It may call a.v1.B/C.
    Type yes to accept this:\u{20}
    """

  @Test("steward plugin trust shows the grants of a plugin, and accepts exactly these after a yes")
  func accepts() async throws {
    try await run(["greeter", "-o", "id"], input: "yes\n", isAttended: true)
    #expect(recorder.errors == Self.prompt)
    #expect(recorder.output == "greeter\n")
    #expect(
      fake.accepted.withLock { $0 } == [
        AcceptPluginTrustRequest(
          name: "greeter", executableSha256: "ab12", grants: FakePluginTrust.grants)
      ])
  }

  @Test("steward plugin trust accepts only yes", arguments: ["y\n", "no\n", "\n", ""])
  func declines(typed: String) async throws {
    await #expect(throws: UsageError.self) {
      try await run(["greeter"], input: typed, isAttended: true)
    }
    #expect(fake.accepted.withLock { $0.isEmpty })
  }

  @Test("steward plugin trust --yes asks nothing, and says what was accepted")
  func headless() async throws {
    try await run(["greeter", "--yes"])
    #expect(fake.accepted.withLock { $0.count } == 1)
    #expect(recorder.errors.contains("It reads and changes the whole store."))
    #expect(!recorder.errors.contains("Type yes"))
  }

  @Test("Without a terminal and --yes, plugin trust accepts nothing and says what to add")
  func unattended() async throws {
    let verb = try TrustPlugin.parse(["greeter"])
    do {
      try await verb.run(in: recorder.session())
      Issue.record("it went on without a prompt")
    } catch let error as UsageError {
      #expect("\(error)".contains("--yes"))
    }
  }

  @Test("steward plugin trust --revoke withdraws the acceptance without a prompt")
  func revokes() async throws {
    try await run(["greeter", "--revoke", "-o", "id"])
    #expect(fake.revoked.withLock { $0 } == ["greeter"])
    #expect(recorder.output == "greeter\n")
  }

  @Test("steward plugin trust refuses --revoke together with --yes")
  func exclusive() {
    #expect(throws: (any Error).self) { try TrustPlugin.parse(["greeter", "--revoke", "--yes"]) }
  }

  @Test(
    "Each state of trust has a word for people",
    arguments: [
      ("bundled", "bundled"), ("not_needed", "not needed"), ("accepted", "trusted"),
      ("needed", "needs acceptance"), ("changed", "changed"), ("", "-"),
    ])
  func words(trust: String, word: String) {
    #expect(PluginStatus(trust: trust).trustCell.text == word)
  }
}

/// The host's trust service, with one plugin that has changed.
private final class FakePluginTrust: PluginTrustServiceProtocol {
  static let grants = ManifestGrants(store: true, calls: ["a.v1.B/C"])

  let accepted = Mutex<[AcceptPluginTrustRequest]>([])
  let revoked = Mutex<[String]>([])

  func get(
    _ request: GetPluginTrustRequest, context: CallContext
  ) async throws -> PluginTrustReview {
    PluginTrustReview(
      name: request.name, trust: "changed", directory: "/m/greeter",
      executable: "/m/greeter/greeter", executableSha256: "ab12", grants: Self.grants,
      sentences: ["It reads and changes the whole store.", "It may call a.v1.B/C."],
      changes: ["has a different executable"])
  }

  func accept(
    _ request: AcceptPluginTrustRequest, context: CallContext
  ) async throws -> PluginStatus {
    accepted.withLock { $0.append(request) }
    return PluginStatus(name: request.name, trust: "accepted")
  }

  func revoke(
    _ request: RevokePluginTrustRequest, context: CallContext
  ) async throws -> PluginStatus {
    revoked.withLock { $0.append(request.name) }
    return PluginStatus(name: request.name, trust: "needed")
  }
}
