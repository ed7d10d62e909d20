import Foundation
import Testing

@testable import LMDB

@Suite("An environment that processes share")
struct ProcessTests {
  let scratch: Scratch
  let environment: Environment
  let database: Database

  init() throws {
    scratch = try Scratch()
    environment = try scratch.environment()
    database = try environment.database()
  }

  @Test("A killed reader pins its snapshot until the stale readers are cleared")
  func staleReader() async throws {
    let path = scratch.path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let environment = try Environment(
        directory: path, options: EnvironmentOptions(mapSize: 16 << 20))
      let reader = try environment.read()
      kill(getpid(), SIGKILL)
      #expect(reader.id > 0)
    }
    #expect(try environment.clearStaleReaders() == 1)
    #expect(try environment.clearStaleReaders() == 0)
  }

  @Test("After a writer is killed, the last commit remains and the next writer can write")
  func killedWriter() async throws {
    let path = scratch.path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let environment = try Environment(
        directory: path, options: EnvironmentOptions(mapSize: 16 << 20))
      let database = try environment.database()
      try environment.put(["a": "committed"], in: database)
      var transaction = try environment.write()
      for index in 0..<1000 { try transaction.put("lost", at: "\(index)", in: database) }
      kill(getpid(), SIGKILL)
      try transaction.commit()
    }
    #expect(try environment.entries(of: database) == ["a": "committed"])
    try environment.put(["b": "next"], in: database)
    #expect(try environment.entries(of: database) == ["a": "committed", "b": "next"])
  }
}
