import Foundation

@testable import LMDB

/// A separate directory for each test. It is removed when the test ends.
final class Scratch: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "lmdb-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path(percentEncoded: false)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func environment(mapSize: Int? = 16 << 20) throws -> Environment {
    try Environment(
      directory: path, options: EnvironmentOptions(mapSize: mapSize, synchronizes: false))
  }
}

extension Environment {
  func database(_ name: String = "test") throws -> Database {
    try databases(named: [name])[0]
  }

  func put(_ entries: [String: String], in database: Database) throws {
    var transaction = try write()
    for (key, value) in entries { try transaction.put(value, at: key, in: database) }
    try transaction.commit()
  }

  func entries(of database: Database) throws -> [String: String] {
    let transaction = try read()
    return try transaction.entries(of: database)
  }
}

extension ReadTransaction {
  borrowing func value(at key: String, in database: Database) throws -> String? {
    try withValue(at: key.utf8.span.bytes, in: database) { $0.text }
  }

  borrowing func entries(of database: Database) throws -> [String: String] {
    var entries: [String: String] = [:]
    try scan(database) { key, value in
      entries[key.text] = value.text
      return true
    }
    return entries
  }
}

extension WriteTransaction {
  mutating func put(_ value: String, at key: String, in database: Database) throws {
    try put(value.utf8.span.bytes, at: key.utf8.span.bytes, in: database)
  }
}

extension RawSpan {
  var array: [UInt8] { withUnsafeBytes { Array($0) } }
  var text: String { String(decoding: array, as: UTF8.self) }
}
