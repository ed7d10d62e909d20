import Foundation
import Testing

@testable import Store

@Suite("Watching the store's revision")
struct WatchTests {
  let fixture: Fixture
  let store: Store

  init() throws {
    fixture = try Fixture()
    store = try fixture.open()
  }

  @Test("A watch begins with the current revision and gives each new one", .timeLimit(.minutes(1)))
  func following() async throws {
    try await store.insert("a")
    var revisions = store.revisions().makeAsyncIterator()
    #expect(try await revisions.next() == 1)
    for index in 2...20 {
      try await store.insert("\(index)")
      #expect(try await revisions.next() == UInt64(index))
    }
  }

  @Test("A watch sees the commits of other processes", .timeLimit(.minutes(1)))
  func otherProcess() async throws {
    var revisions = store.revisions().makeAsyncIterator()
    #expect(try await revisions.next() == 0)
    let path = fixture.path
    async let child = #expect(processExitsWith: .success) { [path = path as String] in
      let store = try Store.open(directory: path, schema: Tables.schema)
      for index in 1...10 { try await store.insert("\(index)") }
    }
    var last: UInt64 = 0
    while last < 10, let next = try await revisions.next() {
      #expect(next > last)
      last = next
    }
    _ = await child
    #expect(last == 10)
  }

  @Test("All watchers share one watch, which ends with the last of them", .timeLimit(.minutes(1)))
  func many() async throws {
    await withTaskGroup { group in
      for _ in 0..<50 {
        group.addTask { [store] in
          let first = try? await store.revisions().first { _ in true }
          #expect(first == 0)
        }
      }
    }
    while store.hub.isWatching { await Task.yield() }
    try await store.insert("a")
    #expect(try await store.revisions().first { _ in true } == 1)
  }

  @Test("A watch ends when its task is cancelled", .timeLimit(.minutes(1)))
  func cancellation() async throws {
    let (started, continuation) = AsyncStream.makeStream(of: Void.self)
    let task = Task { [store] in
      for try await _ in store.revisions() { continuation.yield() }
    }
    for await _ in started { break }
    task.cancel()
    try await task.value
  }
}
