import Foundation
import Testing

@testable import LMDB

@Suite("An environment")
struct EnvironmentTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("An environment opens only once in a process, and again after it is closed")
  func once() throws {
    var environment: Environment? = try scratch.environment()
    #expect(throws: LMDBError(.alreadyOpen, "mdb_env_open")) { try scratch.environment() }
    environment = nil
    #expect(environment == nil)
    environment = try scratch.environment()
  }

  @Test("Only the owner may read the files of an environment", arguments: ["data.mdb", "lock.mdb"])
  func mode(of file: String) throws {
    let environment = try scratch.environment()
    let attributes = try FileManager.default.attributesOfItem(
      atPath: "\(environment.directory)/\(file)")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("Opening an environment in a missing directory fails with noSuchFile")
  func missingDirectory() {
    let error = #expect(throws: LMDBError.self) {
      try Environment(directory: "\(scratch.path)/none")
    }
    #expect(error?.code == .noSuchFile)
  }

  @Test("Opening a file that is not LMDB's fails with notADatabase")
  func foreignFile() throws {
    try Data(repeating: 7, count: 8192).write(to: URL(filePath: "\(scratch.path)/data.mdb"))
    let error = #expect(throws: LMDBError.self) { try scratch.environment() }
    #expect(error?.code == .notADatabase)
  }

  @Test("Opening existing databases writes nothing")
  func databasesOnce() throws {
    let environment = try scratch.environment()
    let made = try environment.databases(named: ["one", "two"])
    let before = try environment.statistics().lastTransaction
    #expect(try environment.databases(named: ["two", "one"]) == made.reversed())
    #expect(try environment.statistics().lastTransaction == before)
  }

  @Test("An environment that is opened again has the committed entries")
  func reopened() throws {
    do {
      let environment = try scratch.environment()
      try environment.put(["a": "1"], in: environment.database())
    }
    let environment = try scratch.environment()
    #expect(try environment.entries(of: environment.database()) == ["a": "1"])
  }

  @Test("A copy that is made while a writer writes has the last commit")
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
