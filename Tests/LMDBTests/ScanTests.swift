import Testing

@testable import LMDB

@Suite("A scan of a database")
struct ScanTests {
  let scratch: Scratch
  let environment: Environment
  let database: Database

  /// All keys of up to three of these bytes. Some are prefixes of others, and some are at the ends
  /// of the order.
  static let keys: [[UInt8]] = {
    let alphabet: [UInt8] = [0x00, 0x61, 0xFE, 0xFF]
    var keys: [[UInt8]] = alphabet.map { [$0] }
    for _ in 0..<2 { keys += keys.flatMap { key in alphabet.map { key + [$0] } } }
    return Set(keys).sorted { $0.lexicographicallyPrecedes($1) }
  }()

  init() throws {
    scratch = try Scratch()
    environment = try scratch.environment()
    database = try environment.database()
    var transaction = try environment.write()
    for key in Self.keys {
      try transaction.put(key.span.bytes, at: key.span.bytes, in: database)
    }
    try transaction.commit()
  }

  @Test("A scan of a prefix finds exactly the keys with the prefix, in both directions")
  func prefixes() throws {
    for prefix in [[]] + Self.keys {
      try expect(KeyRange(prefix: prefix)) { $0.starts(with: prefix) }
    }
  }

  @Test("A scan between two bounds finds exactly the keys between them, both ways")
  func bounds() throws {
    for lower in Self.keys.striding(by: 3) {
      for upper in Self.keys.striding(by: 5) {
        try expect(KeyRange(from: .inclusive(lower), to: .exclusive(upper))) {
          !$0.lexicographicallyPrecedes(lower) && $0.lexicographicallyPrecedes(upper)
        }
        try expect(KeyRange(from: .exclusive(lower), to: .inclusive(upper))) {
          lower.lexicographicallyPrecedes($0) && !upper.lexicographicallyPrecedes($0)
        }
      }
    }
  }

  @Test(
    "A scan's bounds may be absent keys", arguments: [[0x61, 0x62], [0xFF, 0xFF, 0xFF, 0x01]])
  func absentBounds(_ bound: [UInt8]) throws {
    try expect(KeyRange(from: .inclusive(bound))) { !$0.lexicographicallyPrecedes(bound) }
    try expect(KeyRange(to: .inclusive(bound))) { !bound.lexicographicallyPrecedes($0) }
  }

  @Test("A scan ends when its visitor returns false")
  func ends() throws {
    let reader = try environment.read()
    var visits = 0
    try reader.scan(database) { _, _ in
      visits += 1
      return visits < 3
    }
    #expect(visits == 3)
  }

  @Test(
    "A scan of an empty database visits nothing", arguments: [ScanDirection.forward, .backward])
  func empty(_ direction: ScanDirection) throws {
    let empty = try environment.database("empty")
    let reader = try environment.read()
    try reader.scan(empty, KeyRange(prefix: [1]), direction) { _, _ in
      Issue.record("there is nothing to visit")
      return true
    }
  }

  private func expect(_ range: KeyRange, _ belongs: ([UInt8]) -> Bool) throws {
    let expected = Self.keys.filter(belongs)
    #expect(try found(range, .forward) == expected)
    #expect(try found(range, .backward) == expected.reversed())
  }

  private func found(_ range: KeyRange, _ direction: ScanDirection) throws -> [[UInt8]] {
    var found: [[UInt8]] = []
    let reader = try environment.read()
    try reader.scan(database, range, direction) { key, value in
      #expect(key.array == value.array)
      found.append(key.array)
      return true
    }
    return found
  }
}

extension Array {
  fileprivate func striding(by step: Int) -> [Element] {
    stride(from: 0, to: count, by: step).map { self[$0] }
  }
}
