import EchoService
import GoogleProtos
import IPC
import IPCProtos
import Status
import Testing

@testable import PluginHost

@Suite("Calls with a credential", .timeLimit(.minutes(1)))
struct CredentialTests {
  private let plugin = InMemoryPlugin()
  private let auth = FakeAuth()

  private func say(_ text: String, as credential: String) async throws -> String {
    let options = CallOptions(metadata: ["authorization": "Bearer \(credential)"])
    return try await plugin.channel.echo("Say", text, options: options)
  }

  private func start() async throws {
    plugin.route.publish(try await plugin.start())
    try auth.serve(in: plugin.router)
  }

  @Test("A call with a credential has the principal that the auth plugin returns")
  func principal() async throws {
    try await start()
    auth.know("secret", as: "user_1", ["echo.use"])
    #expect(try await say("principal", as: "secret") == "3 user_1")
  }

  @Test("The host itself is the caller when it resolves a credential")
  func asker() async throws {
    try await start()
    auth.know("secret", as: "user_1", ["echo.use"])
    _ = try await say("x", as: "secret")
    #expect(auth.askers == [IPCPrincipal(kind: .host, id: "steward")])
  }

  @Test("The plugin never sees the credential of a call")
  func stripped() async throws {
    try await start()
    auth.know("secret", as: "user_1", ["echo.use"])
    #expect(try await say("metadata", as: "secret") == "")
  }

  @Test("A call without the required permission is refused before the plugin sees it")
  func missingPermission() async throws {
    try await start()
    auth.know("secret", as: "user_1", ["other.use", "echo"])
    let refusal = await status { try await say("x", as: "secret") }
    #expect(refusal.code == .permissionDenied)
    #expect(refusal.reason == "PERMISSION_DENIED")
    #expect(refusal.message.contains("echo.use"))
  }

  @Test("A credential whose roles grant every permission may call any method")
  func wildcard() async throws {
    try await start()
    auth.know("secret", as: "user_1", ["*"])
    #expect(try await say("x", as: "secret") == "x")
  }

  @Test("A call with an unknown credential fails with the auth plugin's status")
  func unknown() async throws {
    try await start()
    let refusal = await status { try await say("x", as: "secret") }
    #expect(refusal.code == .unauthenticated)
    #expect(refusal.reason == "INVALID_CREDENTIAL")
  }

  @Test(
    "An authorization value that is not a bearer credential is refused",
    arguments: ["", "secret", "Basic c2VjcmV0", "Bearer", "Bearer   "])
  func malformed(value: String) async throws {
    try await start()
    let refusal = await status {
      try await plugin.channel.echo(
        "Say", "x", options: CallOptions(metadata: ["authorization": value]))
    }
    #expect(refusal.code == .unauthenticated)
    #expect(refusal.reason == "MALFORMED_AUTHORIZATION")
    #expect(auth.asked.isEmpty)
  }

  @Test("A call with a credential is refused if there is no auth plugin")
  func noAuthPlugin() async throws {
    plugin.route.publish(try await plugin.start())
    let refusal = await status { try await say("x", as: "secret") }
    #expect(refusal.reason == "NO_AUTH_PLUGIN")
  }

  @Test("A credential is resolved only once while nothing changes")
  func remembered() async throws {
    try await start()
    auth.know("secret", as: "user_1", ["echo.use"])
    for _ in 0..<3 { _ = try await say("x", as: "secret") }
    #expect(auth.asked == ["secret"])
  }

  @Test("A call with a revoked credential fails from the commit on")
  func revoked() async throws {
    try await start()
    auth.know("secret", as: "user_1", ["echo.use"])
    _ = try await say("x", as: "secret")
    auth.forget("secret")
    plugin.events.add("session")
    let refusal = await status { try await say("x", as: "secret") }
    #expect(refusal.reason == "INVALID_CREDENTIAL")
  }

  @Test(
    "A credential is resolved again only after an event that the response depends on",
    arguments: [("workspace", ["1"]), ("session", ["1", "1"]), ("user", ["1", "1"])])
  func dependent(kind: String, asked: [String]) async throws {
    try await start()
    auth.know("1", as: "user_1", ["echo.use"], dependingOn: ["session", "user"])
    _ = try await say("x", as: "1")
    plugin.events.add(kind)
    plugin.events.add("workspace")
    for _ in 0..<2 { _ = try await say("x", as: "1") }
    #expect(auth.asked == asked)
  }

  @Test("A credential is resolved again after more events than the host searches")
  func manyEvents() async throws {
    try await start()
    auth.know("1", as: "user_1", ["echo.use"], dependingOn: ["session"])
    for count in [0, StoreChanges.most, StoreChanges.most + 1] {
      for _ in 0..<count { plugin.events.add("workspace") }
      _ = try await say("x", as: "1")
    }
    #expect(auth.asked.count == 2)
  }

  @Test("A credential that is revoked while it is resolved is refused from then on")
  func revokedMeanwhile() async throws {
    try await start()
    auth.know("1", as: "user_1", ["echo.use"], dependingOn: ["session"])
    auth.hold()
    var requests = auth.requests.makeAsyncIterator()
    async let early = say("early", as: "1")
    await requests.next()
    auth.forget("1")
    plugin.events.add("session")
    auth.release()
    #expect(try await early == "early")
    let refusal = await status { try await say("late", as: "1") }
    #expect(refusal.reason == "INVALID_CREDENTIAL")
  }

  @Test("A credential is resolved again once it has expired")
  func expired() async throws {
    try await start()
    auth.know("secret", as: "user_1", ["echo.use"], until: 1)
    for _ in 0..<2 { _ = try await say("x", as: "secret") }
    #expect(auth.asked.count == 2)
  }

  @Test("Concurrent calls share a resolve request, and a call after a change gets its own")
  func shared() async throws {
    try await start()
    auth.know("secret", as: "user_1", ["echo.use"])
    auth.hold()
    var requests = auth.requests.makeAsyncIterator()
    async let one = say("1", as: "secret")
    async let other = say("2", as: "secret")
    await requests.next()
    plugin.events.add("session")
    async let later = say("3", as: "secret")
    await requests.next()
    auth.release()
    #expect(try await [one, other, later] == ["1", "2", "3"])
    #expect(auth.asked.count == 2)
  }

  @Test("Messages that a client sends before its credential is resolved are not lost")
  func earlyMessages() async throws {
    try await start()
    auth.know("secret", as: "user_1", ["echo.use"])
    let options = CallOptions(metadata: ["authorization": "Bearer secret"])
    let response: GoogleStringValue = try await plugin.channel.clientStreaming(
      "\(EchoService.name)/Collect", options
    ) { writer in
      for text in ["a", "b", "c"] { try await writer.send(GoogleStringValue(value: text)) }
    }
    #expect(response.value == "abc")
  }
}
