import Dispatch
import Foundation
import Testing

@testable import Store

@Suite("Processes that share a store")
struct ProcessTests {
  let fixture: Fixture
  let store: Store

  init() throws {
    fixture = try Fixture()
    store = try fixture.open()
  }

  @Test("Two processes write one log without gaps", .timeLimit(.minutes(1)))
  func together() async throws {
    let path = fixture.path
    async let child = #expect(processExitsWith: .success) { [path = path as String] in
      let store = try Store.open(directory: path, schema: Tables.schema)
      for index in 0..<100 { try await store.insert("child \(index)") }
    }
    for index in 0..<100 { try await store.insert("parent \(index)") }
    _ = await child
    #expect(try store.verifyChain() == 200)
    #expect(try store.ids().count == 200)
  }

  @Test("A killed process loses no acknowledged write", arguments: [1, 7, 23, 61])
  func killed(afterMilliseconds delay: Int) async throws {
    let path = fixture.path
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, delay = delay as Int] in
      let store = try Store.open(directory: path, schema: Tables.schema)
      let log = open("\(path)/acknowledged", O_WRONLY | O_CREAT | O_APPEND, 0o600)
      DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(delay)) {
        kill(getpid(), SIGKILL)
      }
      await withTaskGroup { group in
        for writer in 0..<8 {
          group.addTask {
            for index in 0... {
              guard (try? await store.insert("\(writer)-\(index)")) != nil else { return }
              let line = Array("\(writer)-\(index)\n".utf8)
              write(log, line, line.count)
            }
          }
        }
      }
    }
    try store.clearStaleReaders()
    try await store.insert("next")
    let log = try? String(contentsOfFile: "\(path)/acknowledged", encoding: .utf8)
    let acknowledged = Set((log ?? "").split(separator: "\n").map(String.init))
    let ids = Set(try store.ids())
    #expect(acknowledged.isSubset(of: ids))
    #expect(try store.verifyChain() == UInt64(ids.count))
    #expect(try store.lastRevision() == UInt64(ids.count))
  }
}
