import EchoService
import GoogleProtos
import IPC
import IPCProtos
import Status
import Testing

@testable import PluginHost

@Suite("A call with a credential", .timeLimit(.minutes(1)))
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

  @Test("is made on behalf of whoever the auth plugin says")
  func principal() async throws {
    try await start()
    auth.know("secret", as: "user_1", ["echo.use"])
    #expect(try await say("principal", as: "secret") == "3 user_1")
  }

  @Test("is asked about by the host itself")
  func asker() async throws {
    try await start()
    auth.know("secret", as: "user_1", ["echo.use"])
    _ = try await say("x", as: "secret")
    #expect(auth.askers == [IPCPrincipal(kind: .host, id: "steward")])
  }

  @Test("never shows the credential to the plugin")
  func stripped() async throws {
    try await start()
    auth.know("secret", as: "user_1", ["echo.use"])
    #expect(try await say("metadata", as: "secret") == "")
  }

  @Test("whose roles don't give the permission is refused before the plugin hears of it")
  func missingPermission() async throws {
    try await start()
    auth.know("secret", as: "user_1", ["other.use", "echo"])
    let refusal = await status { try await say("x", as: "secret") }
    #expect(refusal.code == .permissionDenied)
    #expect(refusal.reason == "PERMISSION_DENIED")
    #expect(refusal.message.contains("echo.use"))
  }

  @Test("may do everything if its roles give everything")
  func wildcard() async throws {
    try await start()
    auth.know("secret", as: "user_1", ["*"])
    #expect(try await say("x", as: "secret") == "x")
  }

  @Test("that is nobody's fails as the auth plugin says")
  func unknown() async throws {
    try await start()
    let refusal = await status { try await say("x", as: "secret") }
    #expect(refusal.code == .unauthenticated)
    #expect(refusal.reason == "INVALID_CREDENTIAL")
  }

  @Test(
    "that is no bearer credential is refused",
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

  @Test("is refused where there is no auth plugin")
  func noAuthPlugin() async throws {
    plugin.route.publish(try await plugin.start())
    let refusal = await status { try await say("x", as: "secret") }
    #expect(refusal.reason == "NO_AUTH_PLUGIN")
  }

  @Test("is asked about once while nothing changes")
  func remembered() async throws {
    try await start()
    auth.know("secret", as: "user_1", ["echo.use"])
    for _ in 0..<3 { _ = try await say("x", as: "secret") }
    #expect(auth.asked == ["secret"])
  }

  @Test("that was revoked fails from the commit on")
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
    "is asked about again only after an event on which the answer depends",
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

  @Test("is asked about again after more events than can be looked through")
  func manyEvents() async throws {
    try await start()
    auth.know("1", as: "user_1", ["echo.use"], dependingOn: ["session"])
    for count in [0, StoreChanges.most, StoreChanges.most + 1] {
      for _ in 0..<count { plugin.events.add("workspace") }
      _ = try await say("x", as: "1")
    }
    #expect(auth.asked.count == 2)
  }

  @Test("whose answer was on its way when it was revoked is refused from then on")
  func revokedMeanwhile() async throws {
    try await start()
    auth.know("1", as: "user_1", ["echo.use"], dependingOn: ["session"])
    auth.hold()
    var questions = auth.questions.makeAsyncIterator()
    async let early = say("early", as: "1")
    await questions.next()
    auth.forget("1")
    plugin.events.add("session")
    auth.release()
    #expect(try await early == "early")
    let refusal = await status { try await say("late", as: "1") }
    #expect(refusal.reason == "INVALID_CREDENTIAL")
  }

  @Test("is asked about again once it has expired")
  func expired() async throws {
    try await start()
    auth.know("secret", as: "user_1", ["echo.use"], until: 1)
    for _ in 0..<2 { _ = try await say("x", as: "secret") }
    #expect(auth.asked.count == 2)
  }

  @Test("shares the question with others of the same moment, and with none after a change")
  func shared() async throws {
    try await start()
    auth.know("secret", as: "user_1", ["echo.use"])
    auth.hold()
    var questions = auth.questions.makeAsyncIterator()
    async let one = say("1", as: "secret")
    async let other = say("2", as: "secret")
    await questions.next()
    plugin.events.add("session")
    async let later = say("3", as: "secret")
    await questions.next()
    auth.release()
    #expect(try await [one, other, later] == ["1", "2", "3"])
    #expect(auth.asked.count == 2)
  }

  @Test("loses nothing that its caller sends before it is known whose it is")
  func earlyMessages() async throws {
    try await start()
    auth.know("secret", as: "user_1", ["echo.use"])
    let options = CallOptions(metadata: ["authorization": "Bearer secret"])
    let answer: GoogleStringValue = try await plugin.channel.clientStreaming(
      "\(EchoService.name)/Collect", options
    ) { writer in
      for text in ["a", "b", "c"] { try await writer.send(GoogleStringValue(value: text)) }
    }
    #expect(answer.value == "abc")
  }
}
