import AdminProtos
import Randomness
import StoreProtos
import Synchronization
import Testing

@testable import Store

@Suite("The writes that share a commit")
struct BatchTests {
  let fixture: Fixture
  let store: Store
  let runs = Runs()

  init() throws {
    fixture = try Fixture()
    store = try fixture.open()
  }

  @Test("A write that fails after it has changed the store leaves no trace, and the others succeed")
  func failedAfterWriting() async throws {
    let results = await share([
      { tx in try insert("a", in: &tx) },
      { tx in
        try insert("b", in: &tx)
        throw Refusal()
      },
      { tx in
        #expect(try !Tables.organizations.contains("b", in: tx))
        try insert("c", in: &tx)
      },
    ])
    #expect(results == [true, false, true])
    #expect(try store.ids() == ["a", "c"])
    #expect(try store.events(from: 1).map(\.resource) == ["a", "c"])
    #expect(try store.verifyChain() == 2)
    // The first two writes ran again, and the second run counts.
    #expect(runs["a"] == 2 && runs["b"] == 2 && runs["c"] == 1)
  }

  @Test("A write that fails before it has changed the store makes no other write run again")
  func failedBeforeWriting() async throws {
    let results = await share([
      { tx in try insert("a", in: &tx) },
      { tx in
        _ = try tx.newUUID()
        throw Refusal()
      },
      { tx in try insert("c", in: &tx) },
    ])
    #expect(results == [true, false, true])
    #expect(try store.ids() == ["a", "c"])
    #expect(runs["a"] == 1 && runs["c"] == 1)
  }

  @Test("A write that hides its incomplete change fails, and the others in its commit succeed")
  func hiddenFailure() async throws {
    let results = await share([
      { tx in try insert("a", in: &tx) },
      { tx in
        try insert("b", in: &tx)
        try? tx.applying { _ in throw Refusal() }
      },
      { tx in try insert("c", in: &tx) },
    ])
    #expect(results == [true, false, true])
    #expect(try store.ids() == ["a", "c"])
  }

  @Test("A write that is too large for the store fails, and the others in its commit succeed")
  func tooLarge() async throws {
    let fixture = try Fixture()
    let small = try fixture.open(mapSize: 1 << 20)
    let results = await share(
      [
        { tx in try insert("a", in: &tx) },
        { tx in for index in 0... { try insert("b\(index)", in: &tx) } },
        { tx in try insert("c", in: &tx) },
      ], in: small)
    #expect(results == [true, false, true])
    #expect(try small.ids() == ["a", "c"])
  }

  @Test("A dry run in a shared commit keeps no changes, and no other write runs again")
  func dryRun() async throws {
    let gate = Gate()
    async let first: Void = store.write(.test) { _ in gate.wait() }
    await gate.reached()
    async let dryRun = store.dryRun(.test) { tx in try insert("a", in: &tx) }
    await store.waitForWriters(1)
    async let second = store.write(.test) { tx in try insert("a", in: &tx) }
    await store.waitForWriters(2)
    gate.open()
    _ = try await (first, dryRun, second)
    #expect(runs["a"] == 2)
    #expect(try store.ids() == ["a"])
    #expect(try store.lastRevision() == 1)
  }

  @Test("A call whose write runs twice in a shared commit is recorded once")
  func recordedOnce() async throws {
    let gate = Gate()
    async let first: Void = store.write(.test) { _ in gate.wait() }
    await gate.reached()
    async let refused = Self.succeeds {
      try await store.write(.test) { tx in
        try insert("refused", in: &tx)
        throw Refusal()
      }
    }
    await store.waitForWriters(1)
    async let one = create("a", call: "k")
    async let other = create("a", call: "k")
    await store.waitForWriters(3)
    gate.open()
    try await first
    #expect(try await one == other)
    #expect(await !refused)
    #expect(try await create("a", call: "k") == one)
    #expect(try store.ids() == ["a"])
    #expect(try store.lastRevision() == 1)
  }

  @Test("The writes that succeed keep their order when others fail", arguments: 0..<8)
  func order(_ seed: UInt64) async throws {
    var random = SeededRandom(seed)
    let refusals = Set((0..<40).filter { _ in Int.random(in: 0..<4, using: &random) == 0 })
    let results = await share(
      (0..<40).map { number in
        { tx in
          try insert("\(number)", in: &tx)
          if refusals.contains(number) { throw Refusal() }
        }
      })
    #expect(results == (0..<40).map { !refusals.contains($0) })
    let kept = (0..<40).filter { !refusals.contains($0) }
    #expect(try store.events(from: 1).map(\.resource) == kept.map(String.init))
    #expect(try store.verifyChain() == UInt64(kept.count))
  }

  /// Runs the writes in one commit and in their order. Returns whether each succeeded.
  private func share(
    _ bodies: [@Sendable (inout WriteTransaction) throws -> Void], in other: Store? = nil
  ) async -> [Bool] {
    let (store, gate) = (other ?? store, Gate())
    let blocker = Task { try await store.write(.test) { _ in gate.wait() } }
    await gate.reached()
    var tasks: [Task<Bool, Never>] = []
    for body in bodies {
      tasks.append(Task { await Self.succeeds { try await store.write(.test, body) } })
      await store.waitForWriters(tasks.count)
    }
    gate.open()
    _ = await blocker.result
    var results: [Bool] = []
    for task in tasks { await results.append(task.value) }
    return results
  }

  private static func succeeds(_ write: () async throws -> Void) async -> Bool {
    do { try await write() } catch { return false }
    return true
  }

  private func create(_ id: String, call: String) async throws -> Organization {
    try await store.once(.call(call), request: Organization(id: id)) { tx in
      let stored = try Tables.organizations.insert(Organization(id), in: &tx)
      return Organization(id: id, etag: stored.etag)
    }
  }

  @discardableResult
  private func insert(_ id: String, in tx: inout WriteTransaction) throws -> String {
    runs.count(id)
    return try Tables.organizations.insert(Organization(id), in: &tx).record.id
  }

  /// The number of runs of each closure.
  final class Runs: Sendable {
    private let counts = Mutex<[String: Int]>([:])

    subscript(name: String) -> Int { counts.withLock { $0[name] ?? 0 } }

    func count(_ name: String) { counts.withLock { $0[name, default: 0] += 1 } }
  }
}
