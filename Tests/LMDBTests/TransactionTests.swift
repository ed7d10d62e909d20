import Testing

@testable import LMDB

@Suite("A transaction")
struct TransactionTests {
  let scratch: Scratch
  let environment: Environment
  let database: Database

  init() throws {
    scratch = try Scratch()
    environment = try scratch.environment()
    database = try environment.database()
  }

  @Test("that is not committed changes nothing")
  func dropped() throws {
    var transaction = try environment.write()
    try transaction.put("1", at: "a", in: database)
    _ = consume transaction
    #expect(try environment.entries(of: database).isEmpty)
  }

  @Test("sees its own changes")
  func ownChanges() throws {
    var transaction = try environment.write()
    try transaction.put("1", at: "a", in: database)
    #expect(try transaction.view.entries(of: database) == ["a": "1"])
    try transaction.commit()
  }

  @Test("that reads keeps its view while others commit")
  func snapshot() throws {
    try environment.put(["a": "1"], in: database)
    let reader = try environment.read()
    try environment.put(["a": "2"], in: database)
    #expect(try reader.value(at: "a", in: database) == "1")
    #expect(try environment.entries(of: database) == ["a": "2"])
  }

  @Test("nested in another takes only its own changes back")
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

  @Test("takes the changes of those nested in it back with its own")
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

  @Test("inserts only where nothing is, and says so")
  func insert() throws {
    var transaction = try environment.write()
    let inserted = try transaction.insert(
      "1".utf8.span.bytes, at: "a".utf8.span.bytes, in: database)
    let again = try transaction.insert("2".utf8.span.bytes, at: "a".utf8.span.bytes, in: database)
    try transaction.commit()
    #expect(inserted && !again)
    #expect(try environment.entries(of: database) == ["a": "1"])
  }

  @Test("deletes what is there, and says when nothing was")
  func delete() throws {
    try environment.put(["a": "1"], in: database)
    var transaction = try environment.write()
    let deleted = try transaction.delete("a".utf8.span.bytes, in: database)
    let again = try transaction.delete("a".utf8.span.bytes, in: database)
    try transaction.commit()
    #expect(deleted && !again)
    #expect(try environment.entries(of: database).isEmpty)
  }

  @Test("appends keys in order only")
  func append() throws {
    var transaction = try environment.write()
    try transaction.append("1".utf8.span.bytes, at: "b".utf8.span.bytes, in: database)
    let error = #expect(throws: LMDBError.self) {
      try transaction.append("1".utf8.span.bytes, at: "a".utf8.span.bytes, in: database)
    }
    #expect(error?.code == .keyExists)
  }

  @Test("refuses keys that are empty or too long", arguments: [0, 512])
  func keyLength(_ length: Int) throws {
    let key = [UInt8](repeating: 1, count: length)
    var transaction = try environment.write()
    let error = #expect(throws: LMDBError.self) {
      try transaction.put(key.span.bytes, at: key.span.bytes, in: database)
    }
    #expect(error?.code == .badKeyLength)
  }

  @Test("that reads gives its slot to the next one")
  func readersAreReused() throws {
    for _ in 0..<100 { _ = try environment.entries(of: database) }
    #expect(try environment.statistics().readers == 1)
  }

  @Test("counts entries without visiting them")
  func count() throws {
    try environment.put(["a": "1", "b": "2", "c": ""], in: database)
    let reader = try environment.read()
    #expect(try reader.count(of: database) == 3)
  }

  @Test("tells an empty value from none")
  func emptyValue() throws {
    try environment.put(["a": ""], in: database)
    let reader = try environment.read()
    #expect(try reader.value(at: "a", in: database) == "")
    #expect(try reader.value(at: "b", in: database) == nil)
  }
}
