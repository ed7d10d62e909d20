import Foundation
import Testing

@testable import Store

@Suite("The backup of a store")
struct BackupTests {
  let fixture: Fixture
  let store: Store

  init() throws {
    fixture = try Fixture()
    store = try fixture.open()
  }

  @Test("A backup is a store with the same records, log and key")
  func whole() async throws {
    try await store.insert("a", "b")
    let copy = try Fixture()
    try await store.backup(to: copy.path)
    try await store.insert("c")
    let restored = try copy.open()
    #expect(try restored.ids() == ["a", "b"])
    #expect(try restored.verifyChain() == 2)
    try await restored.insert("c")
    #expect(try restored.verifyChain() == 3)
  }

  @Test("A backup into an existing directory is refused and writes nothing")
  func occupied() async throws {
    let copy = try Fixture()
    try FileManager.default.createDirectory(atPath: copy.path, withIntermediateDirectories: true)
    let error = await #expect(throws: StoreError.self) { try await store.backup(to: copy.path) }
    #expect(error?.message.contains(copy.path) == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: copy.path).isEmpty)
  }

  @Test("The statistics of a store show its size and its newest revision")
  func statistics() async throws {
    try await store.insert("a")
    let statistics = try store.statistics()
    #expect(statistics.mapSize == 64 << 20)
    #expect(statistics.usedBytes > 0 && statistics.usedBytes < statistics.mapSize)
    #expect(statistics.revision == 1)
  }
}
