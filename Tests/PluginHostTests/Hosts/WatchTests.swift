import HostProtos
import HostServices
import IPC
import Logging
import Platform
import Status
import Store
import StoreProtos
import Testing

@testable import PluginHost

@Suite("The watch method of the event log", .timeLimit(.minutes(1)))
struct WatchTests {
  private let folder = Folder()
  private let store: Store
  private let stopping = OneShotEvent()
  private let client: HostClient

  init() async throws {
    store = try Store.open(
      directory: "\(folder.path)/store", options: StoreOptions(durable: false))
    let router = Router(credentials: Credentials { StoreChanges(revision: $0, newest: [:]) })
    let environment = PluginSupervisor.Dependencies(
      hostVersion: "1", storeDirectory: store.directory,
      vault: Vault(.dataDirectory, dataDirectory: folder.path, store: store),
      trusted: TrustFile(in: folder.path), router: router,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, clearStaleReaders: {})
    let registry = await PluginRegistry(PluginCatalog([]), environment: environment)
    let desk = HostService(
      registry: registry, router: router, store: store, stopping: stopping, version: "1",
      dataDirectory: folder.path, socket: "", shipper: nil,
      sampler: ProcessSampler(registry, host: PluginRecorder()))
    client = HostClient(try OperatorChannel.channel(to: desk))
  }

  /// Records one event for each resource.
  private func record(_ resources: Range<Int>) async throws {
    let change = Change(actor: "operator/uid:1", plugin: "test", method: "x.Y/Z")
    try await store.write(change) { transaction in
      for resource in resources {
        try transaction.record(action: "thing.made", resource: "\(resource)")
      }
    }
  }

  private func resources(
    _ request: WatchRequest, count: Int = .max
  ) async throws -> [String] {
    var resources: [String] = []
    for try await event in try await client.watch(request) {
      resources.append(event.resource)
      if resources.count == count { break }
    }
    return resources
  }

  @Test("A one-time watch returns every event from its revision on and then ends")
  func once() async throws {
    try await record(1..<501)
    let all = try await resources(WatchRequest(fromRevision: 1, once: true))
    #expect(all == (1..<501).map(String.init))
    #expect(try await resources(WatchRequest(fromRevision: 500, once: true)) == ["500"])
    #expect(try await resources(WatchRequest(fromRevision: 501, once: true)) == [])
    #expect(try await resources(WatchRequest(once: true)) == [])
  }

  @Test("A watcher gets old and new events without a gap and without a repeat")
  func follow() async throws {
    try await record(1..<11)
    async let watched = resources(WatchRequest(fromRevision: 5), count: 196)
    for first in stride(from: 11, to: 201, by: 10) { try await record(first..<(first + 10)) }
    #expect(try await watched == (5..<201).map(String.init))
  }

  @Test("A watcher that resumes with the next revision misses nothing")
  func resume() async throws {
    try await record(1..<21)
    let before = try await resources(WatchRequest(fromRevision: 1), count: 7)
    let after = try await resources(WatchRequest(fromRevision: 8, once: true))
    #expect(before + after == (1..<21).map(String.init))
  }

  @Test("A watcher with a filter gets the old and the new events that match")
  func filter() async throws {
    try await record(1..<401)
    async let watched = resources(WatchRequest(fromRevision: 1, resource: "405"), count: 1)
    try await record(401..<411)
    #expect(try await watched == ["405"])
    for (wanted, count) in [("thing.", 410), ("thing.made", 410), ("thing", 0), ("thing.m", 0)] {
      let found = try await resources(WatchRequest(fromRevision: 1, once: true, actions: [wanted]))
      #expect(found.count == count)
    }
    let others = WatchRequest(fromRevision: 1, once: true, actor: "user/")
    #expect(try await resources(others) == [])
  }

  @Test("A watch from a future revision is refused with the newest revision")
  func ahead() async throws {
    try await record(1..<3)
    let end = await status { try await resources(WatchRequest(fromRevision: 9)) }
    #expect(end.code == .outOfRange)
    #expect(
      end.message
        == "There is no revision 9 yet: the newest event is 2. Watch from 3 at most.")
  }

  @Test("An endless watch ends when the host stops")
  func stopped() async throws {
    async let end = status { try await resources(WatchRequest(fromRevision: 1)) }
    stopping.open()
    #expect(await end.reason == "HOST_STOPPING")
  }
}
