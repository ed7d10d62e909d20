import Foundation
import Testing

@testable import LMDB

@Suite("An environment")
struct EnvironmentTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("can't be opened twice in one process, and can again once it is closed")
  func once() throws {
    var environment: Environment? = try scratch.environment()
    #expect(throws: LMDBError(.alreadyOpen, "mdb_env_open")) { try scratch.environment() }
    environment = nil
    #expect(environment == nil)
    environment = try scratch.environment()
  }

  @Test("makes files that only their owner may read", arguments: ["data.mdb", "lock.mdb"])
  func mode(of file: String) throws {
    let environment = try scratch.environment()
    let attributes = try FileManager.default.attributesOfItem(
      atPath: "\(environment.directory)/\(file)")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("says that its directory isn't there")
  func missingDirectory() {
    let error = #expect(throws: LMDBError.self) {
      try Environment(directory: "\(scratch.path)/none")
    }
    #expect(error?.code == .noSuchFile)
  }

  @Test("says that a file is not LMDB's")
  func foreignFile() throws {
    try Data(repeating: 7, count: 8192).write(to: URL(filePath: "\(scratch.path)/data.mdb"))
    let error = #expect(throws: LMDBError.self) { try scratch.environment() }
    #expect(error?.code == .notADatabase)
  }

  @Test("opens databases that are there without writing")
  func databasesOnce() throws {
    let environment = try scratch.environment()
    let made = try environment.databases(named: ["one", "two"])
    let before = try environment.statistics().lastTransaction
    #expect(try environment.databases(named: ["two", "one"]) == made.reversed())
    #expect(try environment.statistics().lastTransaction == before)
  }

  @Test("keeps what was committed when it is opened again")
  func reopened() throws {
    do {
      let environment = try scratch.environment()
      try environment.put(["a": "1"], in: environment.database())
    }
    let environment = try scratch.environment()
    #expect(try environment.entries(of: environment.database()) == ["a": "1"])
  }

  @Test("can be copied while a writer writes, and the copy has the last commit")
  func copy() throws {
    let environment = try scratch.environment()
    let database = try environment.database()
    try environment.put(["a": "1"], in: database)
    let target = try Scratch()
    var transaction = try environment.write()
    try transaction.put("2", at: "a", in: database)
    try environment.copy(to: target.path)
    try transaction.commit()
    let copy = try target.environment()
    #expect(try copy.entries(of: copy.database()) == ["a": "1"])
  }
}
