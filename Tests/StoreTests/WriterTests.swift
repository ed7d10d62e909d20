import AdminProtos
import Status
import Synchronization
import Testing

@testable import Store

@Suite("A write to the store")
struct WriterTests {
  let fixture: Fixture
  let store: Store

  init() throws {
    fixture = try Fixture()
    store = try fixture.open()
  }

  @Test("A write that fails doesn't affect the others, however many share a commit")
  func isolation() async throws {
    await withTaskGroup { group in
      for index in 0..<1200 {
        group.addTask { [store] in
          let result = await Result {
            try await store.write(.test) { tx in
              try Tables.organizations.insert(Organization("\(index)"), in: &tx)
              if index % 3 == 0 { throw Refusal() }
            }
          }
          #expect(((try? result.get()) == nil) == (index % 3 == 0))
        }
      }
    }
    let expected = (0..<1200).filter { $0 % 3 != 0 }.map(String.init).sorted()
    #expect(try store.ids() == expected)
    #expect(try store.lastRevision() == 800)
    #expect(try store.verifyChain() == 800)
  }

  @Test("A write is visible to its caller as soon as it returns")
  func visible() async throws {
    for index in 0..<50 {
      try await store.insert("\(index)")
      #expect(try store.read { tx in try Tables.organizations.contains("\(index)", in: tx) })
    }
  }

  @Test("A write returns the result or throws the error of its closure")
  func results() async throws {
    #expect(try await store.write(.test) { _ in 42 } == 42)
    await #expect(throws: Refusal()) { try await store.write(.test) { _ in throw Refusal() } }
  }

  @Test("A write sees the writes before it in the same commit")
  func order() async throws {
    let gate = Gate()
    async let first: Void = store.write(.test) { _ in gate.wait() }
    await gate.reached()
    async let second: Void = store.insert("a")
    await store.waitForWriters(1)
    async let third = store.write(.test) { tx in try Tables.organizations.contains("a", in: tx) }
    await store.waitForWriters(2)
    gate.open()
    _ = try await (first, second)
    #expect(try await third)
  }

  @Test("A write that is cancelled before its turn is not run")
  func cancelled() async throws {
    let gate = Gate()
    async let first: Void = store.write(.test) { _ in gate.wait() }
    await gate.reached()
    let task = Task { [store] in try await store.insert("a") }
    await store.waitForWriters(1)
    task.cancel()
    gate.open()
    try await first
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try store.ids() == [])
  }

  @Test("A dry run returns its result and changes nothing")
  func dryRun() async throws {
    try await store.insert("a")
    let ids = try await store.dryRun(.test) { tx in
      try Tables.organizations.delete("a", in: &tx)
      try Tables.organizations.insert(Organization("b"), in: &tx)
      let id = try tx.newUUID()
      return (id, try Tables.organizations.count(in: tx), try tx.lastRevision())
    }
    #expect(ids.1 == 1)
    #expect(ids.2 == 3)
    #expect(try store.ids() == ["a"])
    #expect(try store.lastRevision() == 1)
  }

  @Test("A write that changes nothing leaves no event")
  func nothing() async throws {
    try await store.write(.test) { _ in }
    #expect(try store.lastRevision() == 0)
  }

  @Test("When the map is full, a write fails with STORE_FULL and no acknowledged write is lost")
  func full() async throws {
    let small = try Fixture()
    let store = try small.open(mapSize: 1 << 20)
    var acknowledged: [String] = []
    var failure: StoreError?
    while failure == nil {
      let id = "\(acknowledged.count)"
      do {
        try await store.write(.test) { tx in
          let name = id + String(repeating: "x", count: 300)
          try Tables.organizations.insert(Organization(id, named: name), in: &tx)
        }
        acknowledged.append(id)
      } catch {
        failure = error as? StoreError
      }
    }
    #expect(failure?.status.code == .resourceExhausted)
    #expect(failure?.reason == "STORE_FULL")
    #expect(try store.ids() == acknowledged.sorted())
    #expect(try store.verifyChain() == UInt64(acknowledged.count))
  }
}

/// A gate that holds the writer's thread until the test opens it.
final class Gate: Sendable {
  private let isOpen = Atomic(false)
  private let (stream, continuation) = AsyncStream.makeStream(of: Void.self)

  func wait() {
    continuation.yield()
    while !isOpen.load(ordering: .acquiring) {}
  }

  func open() { isOpen.store(true, ordering: .releasing) }

  func reached() async {
    for await _ in stream { return }
  }
}

extension Store {
  /// Returns once so many writes wait in the queue.
  func waitForWriters(_ count: Int) async {
    while writer.waitingCount < count { await Task.yield() }
  }
}

extension Result where Failure == any Error {
  init(_ body: () async throws -> Success) async {
    do { self = .success(try await body()) } catch { self = .failure(error) }
  }
}
