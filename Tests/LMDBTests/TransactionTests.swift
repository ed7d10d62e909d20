import Testing

@testable import LMDB

@Suite("The transactions of LMDB")
struct TransactionTests {
  let scratch: Scratch
  let environment: Environment
  let database: Database

  init() throws {
    scratch = try Scratch()
    environment = try scratch.environment()
    database = try environment.database()
  }

  @Test("A transaction that is not committed changes nothing")
  func dropped() throws {
    var transaction = try environment.write()
    try transaction.put("1", at: "a", in: database)
    _ = consume transaction
    #expect(try environment.entries(of: database).isEmpty)
  }

  @Test("A write transaction sees its own changes")
  func ownChanges() throws {
    var transaction = try environment.write()
    try transaction.put("1", at: "a", in: database)
    #expect(try transaction.view.entries(of: database) == ["a": "1"])
    try transaction.commit()
  }

  @Test("A read transaction keeps its view while others commit")
  func snapshot() throws {
    try environment.put(["a": "1"], in: database)
    let reader = try environment.read()
    try environment.put(["a": "2"], in: database)
    #expect(try reader.value(at: "a", in: database) == "1")
    #expect(try environment.entries(of: database) == ["a": "2"])
  }

  @Test("A dropped nested transaction loses only its own changes")
  func nestedRollback() throws {
    var transaction = try environment.write()
    try transaction.put("1", at: "a", in: database)
    try transaction.nested { child in
      var child = child
      try child.put("2", at: "a", in: database)
      try child.put("2", at: "b", in: database)
    }
    try transaction.nested { child in
      var child = child
      try child.put("3", at: "c", in: database)
      try child.commit()
    }
    try transaction.commit()
    #expect(try environment.entries(of: database) == ["a": "1", "c": "3"])
  }

  @Test("A dropped transaction also loses the changes of its nested transactions")
  func nestedInDropped() throws {
    var transaction = try environment.write()
    try transaction.nested { child in
      var child = child
      try child.put("1", at: "a", in: database)
      try child.commit()
    }
    _ = consume transaction
    #expect(try environment.entries(of: database).isEmpty)
  }

  @Test("An insert at an existing key changes nothing and returns false")
  func insert() throws {
    var transaction = try environment.write()
    let inserted = try transaction.insert(
      "1".utf8.span.bytes, at: "a".utf8.span.bytes, in: database)
    let again = try transaction.insert("2".utf8.span.bytes, at: "a".utf8.span.bytes, in: database)
    try transaction.commit()
    #expect(inserted && !again)
    #expect(try environment.entries(of: database) == ["a": "1"])
  }

  @Test("A delete returns whether it removed a value")
  func delete() throws {
    try environment.put(["a": "1"], in: database)
    var transaction = try environment.write()
    let deleted = try transaction.delete("a".utf8.span.bytes, in: database)
    let again = try transaction.delete("a".utf8.span.bytes, in: database)
    try transaction.commit()
    #expect(deleted && !again)
    #expect(try environment.entries(of: database).isEmpty)
  }

  @Test("An append refuses a key that is not greater than all others")
  func append() throws {
    var transaction = try environment.write()
    try transaction.append("1".utf8.span.bytes, at: "b".utf8.span.bytes, in: database)
    let error = #expect(throws: LMDBError.self) {
      try transaction.append("1".utf8.span.bytes, at: "a".utf8.span.bytes, in: database)
    }
    #expect(error?.code == .keyExists)
  }

  @Test("A key that is empty or too long is refused", arguments: [0, 512])
  func keyLength(_ length: Int) throws {
    let key = [UInt8](repeating: 1, count: length)
    var transaction = try environment.write()
    let error = #expect(throws: LMDBError.self) {
      try transaction.put(key.span.bytes, at: key.span.bytes, in: database)
    }
    #expect(error?.code == .badKeyLength)
  }

  @Test("A read transaction gives its slot to the next one")
  func readersAreReused() throws {
    for _ in 0..<100 { _ = try environment.entries(of: database) }
    #expect(try environment.statistics().readers == 1)
  }

  @Test("The number of entries is known without a scan")
  func count() throws {
    try environment.put(["a": "1", "b": "2", "c": ""], in: database)
    let reader = try environment.read()
    #expect(try reader.count(of: database) == 3)
  }

  @Test("An empty value is different from a missing value")
  func emptyValue() throws {
    try environment.put(["a": ""], in: database)
    let reader = try environment.read()
    #expect(try reader.value(at: "a", in: database) == "")
    #expect(try reader.value(at: "b", in: database) == nil)
  }
}
