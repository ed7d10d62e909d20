import EchoService
import Foundation
import GoogleProtos
import HostProtos
import IPC
import IPCProtos
import Logging
import Status
import Store
import StoreProtos
import Testing

@testable import PluginHost

@Suite("Refused calls in the log", .timeLimit(.minutes(1)))
struct RefusalTests {
  private let folder = Folder()
  private let store: Store
  private let log: RefusalLog
  private let plugin: InMemoryPlugin
  private let auth = FakeAuth()

  init() async throws {
    store = try Store.open(
      directory: "\(folder.path)/store", options: StoreOptions(durable: false))
    log = RefusalLog(
      in: store, every: .seconds(3600),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    plugin = InMemoryPlugin(refusals: log)
    plugin.route.publish(try await plugin.start(grants: ManifestGrants(network: true)))
    try auth.serve(in: plugin.router)
    auth.know("weak", as: "user_1", ["other.use"])
  }

  /// Makes a call as the gateway does for a remote client, and returns the reason of the refusal.
  private func call(_ method: String, as credential: String?) async throws -> String {
    let gateway = try #require(plugin.lastEnd)
    var options = CallOptions(peer: "192.0.2.7")
    if let credential { options.metadata = ["authorization": "Bearer \(credential)"] }
    return await status { try await gateway.echo(method, "a secret", options: options) }.reason
      .rawValue
  }

  private func events() async throws -> [Event] {
    await log.write()
    return try store.events(from: 1)
  }

  @Test("Repeated refused changes are one event with count, peer and reason")
  func denied() async throws {
    for _ in 0..<3 { #expect(try await call("Risk", as: "weak") == "PERMISSION_DENIED") }
    let events = try await events()
    let event = try #require(events.first)
    #expect(events.count == 1)
    #expect(event.action == "call.denied")
    #expect(event.actor == "user/user_1")
    #expect(event.resource == "\(EchoService.name)/Risk")
    #expect(event.plugin == "host")
    let refused = try #require(event.refused)
    #expect(refused.count == 3)
    #expect(refused.reason == "PERMISSION_DENIED")
    #expect(refused.peer == "192.0.2.7")
    #expect(refused.first != nil && refused.last != nil)
    #expect(try store.verifyChain() == 1)
  }

  @Test("A refused read is not logged")
  func reads() async throws {
    #expect(try await call("Say", as: "weak") == "PERMISSION_DENIED")
    #expect(try await events() == [])
  }

  @Test("An invalid credential is logged for every method, without the credential")
  func unauthenticated() async throws {
    let reason = try await call("Say", as: "sk-stw-guess")
    let events = try await events()
    #expect(events.map(\.action) == ["call.unauthenticated"])
    #expect(events.first?.actor == "anonymous")
    #expect(events.first?.refused?.reason == reason)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(store.directory)/data.mdb"))
    #expect(bytes.range(of: Data("sk-stw-guess".utf8)) == nil)
    #expect(bytes.range(of: Data("a secret".utf8)) == nil)
  }

  @Test("A change without a credential is logged")
  func anonymous() async throws {
    _ = try await call("Risk", as: nil)
    #expect(try await events().map(\.action) == ["call.unauthenticated"])
  }

  @Test(
    "A refused call belongs to the organization of the caller's roles, if that is only one",
    arguments: [([], ""), (["a"], "a"), (["a", "a"], "a"), (["a", "b"], ""), (["a", ""], "")])
  func organization(ofRoles organizations: [String], expected: String) async throws {
    auth.know(
      "weak", as: "user_1", ["other.use"],
      roles: organizations.map { IPCRoleGrant(role: "some", organizationId: $0) })
    _ = try await call("Risk", as: "weak")
    #expect(try await events().map(\.organizationId) == [expected])
  }

  @Test("A permitted call is not logged as refused")
  func allowed() async throws {
    auth.know("strong", as: "user_2", ["echo.use"])
    #expect(try await call("Risk", as: "strong") == "")
    #expect(try await events() == [])
  }

  @Test("Refused calls are in the log once the host has stopped")
  func stopped() async throws {
    let plugins = Plugins()
    try plugins.addEcho()
    let data = Folder()
    try await Hosting.run(plugins, data: data) { hosting in
      _ = await status { try await hosting.echo("Forbidden", "x") }
    }
    let store = try Store.open(directory: "\(data.path)/data/store")
    let refused = try store.events(from: 1).filter { $0.refused != nil }
    #expect(refused.map(\.resource) == ["\(EchoService.name)/Forbidden"])
    #expect(refused.first?.refused?.peer == "")
  }
}

@Suite("The tally of refused calls")
struct RefusalTallyTests {
  private func refusal(_ number: Int, _ kind: Refusal.Kind = .denied) -> Refusal {
    Refusal(
      kind: kind, actor: "anonymous", organization: "", method: "a.B/C", reason: "R",
      peer: "192.0.2.\(number)")
  }

  private func time(_ seconds: Int64) -> GoogleTimestamp { GoogleTimestamp(seconds: seconds) }

  @Test("The tally counts equal refusals together and keeps the first and the last time")
  func counts() {
    var tally = RefusalTally()
    for second in 5...9 { tally.note(refusal(1), at: time(Int64(second))) }
    let taken = tally.take()
    #expect(taken.map(\.count) == [RefusalTally.Count(count: 5, first: time(5), last: time(9))])
    #expect(tally.isEmpty)
  }

  @Test("The tally is bounded and counts the refusals beyond its bound together")
  func bounded() {
    var tally = RefusalTally()
    for number in 0..<100_000 {
      tally.note(refusal(number, number.isMultiple(of: 2) ? .denied : .throttled), at: time(1))
    }
    let taken = tally.take()
    #expect(taken.count == RefusalTally.most + 2)
    #expect(taken.reduce(0) { $0 + $1.count.count } == 100_000)
    #expect(taken.filter { $0.refusal.actor == "others" }.count == 2)
  }

  @Test("A full tally makes fewer events than make the host forget its known credentials")
  func credentials() {
    #expect(RefusalTally.most + 3 < StoreChanges.most)
  }

  @Test(
    "Refused changes, bad credentials and throttling count, but not full disks and mistakes",
    arguments: [
      (StatusCode.permissionDenied, false, true, false, Optional(Refusal.Kind.denied)),
      (.permissionDenied, false, false, true, nil),
      (.unauthenticated, false, false, true, .unauthenticated),
      (.unauthenticated, false, false, false, nil),
      (.unauthenticated, false, true, false, .unauthenticated),
      (.resourceExhausted, true, false, false, .throttled),
      (.resourceExhausted, false, true, true, nil),
      (.notFound, false, true, true, nil), (.ok, false, true, true, nil),
    ])
  func kinds(
    code: StatusCode, hasDelay: Bool, isChange: Bool, hasCredential: Bool, kind: Refusal.Kind?
  ) {
    let status = Status(
      code, reason: "R", message: "", retryDelay: hasDelay ? .seconds(1) : nil)
    #expect(
      Refusal.Kind(status, isChange: isChange, hasCredential: hasCredential) == kind)
  }
}
