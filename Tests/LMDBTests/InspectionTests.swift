import Foundation
import Randomness
import Testing

@testable import LMDB

@Suite("The inspection of a data file")
struct InspectionTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private var data: String { "\(scratch.path)/data.mdb" }

  @Test("The inspection of an intact file finds nothing", arguments: 1...8 as ClosedRange<UInt64>)
  func sound(_ seed: UInt64) throws {
    let environment = try scratch.environment(mapSize: 64 << 20)
    #expect(try environment.inspect() == nil)
    let databases = try environment.databases(named: ["one", "two"])
    var random = SeededRandom(seed)
    for _ in 0..<10 {
      try environment.change(databases, by: &random)
      #expect(try environment.inspect() == nil)
    }
  }

  @Test("The inspection finds no damage while another thread commits")
  func beside() async throws {
    let environment = try scratch.environment(mapSize: 64 << 20)
    let databases = try environment.databases(named: ["one"])
    let flaws = try await withThrowingTaskGroup(of: [PageFlaw?].self) { group in
      group.addTask {
        var random = SeededRandom(1)
        for _ in 0..<40 { try environment.change(databases, by: &random) }
        return []
      }
      group.addTask { try (0..<40).map { _ in try environment.inspect() } }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(flaws == Array(repeating: nil, count: 40))
  }

  @Test("The inspection detects a truncated file, wherever it was cut", arguments: [3, 20, 60, 99])
  func cut(_ percent: Int) throws {
    let pages = try written()
    truncate(data, off_t(max(2, pages * percent / 100) * 4096))
    let flaw = try #require(try scratch.environment().inspect())
    #expect(flaw.problem == "lies beyond the end of the file")
  }

  @Test("The inspection names the page that holds garbage, for every kind of page")
  func garbage() throws {
    let pages = try written()
    let whole = try Data(contentsOf: URL(filePath: data))
    var random = SeededRandom(7)
    var found = 0
    for page in 2..<pages {
      var damaged = whole
      let garbage = (0..<4096).map { _ in UInt8.random(in: 0...255, using: &random) }
      damaged.replaceSubrange(page * 4096..<(page + 1) * 4096, with: garbage)
      try damaged.write(to: URL(filePath: data))
      guard let flaw = try scratch.environment().inspect() else { continue }
      #expect(flaw.page == UInt64(page))
      found += 1
    }
    // The other pages are free, or lie within a long value.
    #expect(found > pages / 4)
  }

  @Test("The inspection of a file with one wrong byte ends without a crash")
  func bytes() throws {
    let pages = try written()
    let whole = try Data(contentsOf: URL(filePath: data))
    var random = SeededRandom(11)
    for _ in 0..<200 {
      var damaged = whole
      // Most of the fields that refer to other places stand at the beginning of a page.
      let page = Int.random(in: 2..<pages, using: &random)
      let offset = Int.random(in: 0..<(Bool.random(using: &random) ? 64 : 4096), using: &random)
      damaged[page * 4096 + offset] ^= UInt8.random(in: 1...255, using: &random)
      try damaged.write(to: URL(filePath: data))
      _ = try scratch.environment().inspect()
    }
  }

  @Test("The inspection detects a page that is used twice")
  func twice() throws {
    _ = try written()
    // The roots stand in one page, each after its name, and in former versions of that page.
    var bytes = try Data(contentsOf: URL(filePath: data))
    for page in 2..<bytes.count / 4096 {
      let range = page * 4096..<(page + 1) * 4096
      guard let one = bytes.range(of: Data("one".utf8), in: range),
        let two = bytes.range(of: Data("two".utf8), in: range)
      else { continue }
      bytes.replaceSubrange(
        two.upperBound..<two.upperBound + 48, with: bytes[one.upperBound..<one.upperBound + 48])
    }
    try bytes.write(to: URL(filePath: data))
    let flaw = try #require(try scratch.environment().inspect())
    #expect(flaw.problem == "is in use for something else" && flaw.owner == "\"two\"")
  }

  @Test("A data file keeps its stamp only while it is unchanged")
  func stamp() throws {
    _ = try written()
    let before = try scratch.environment().stamp()
    #expect(try scratch.environment().stamp() == before)
    do {
      let environment = try scratch.environment()
      try environment.put(["a": "b"], in: environment.database("one"))
    }
    let after = try scratch.environment().stamp()
    #expect(after != before)
    let file = try FileHandle(forWritingTo: URL(filePath: data))
    try file.seek(toOffset: 3 * 4096)
    try file.write(contentsOf: Data([0]))
    try file.close()
    #expect(try scratch.environment().stamp() != after)
  }

  /// Writes trees of three levels, long values and free pages. Returns the number of pages.
  private func written() throws -> Int {
    let environment = try scratch.environment(mapSize: 64 << 20)
    let databases = try environment.databases(named: ["one", "two"])
    var random = SeededRandom(3)
    for _ in 0..<4 { try environment.change(databases, by: &random) }
    return try environment.statistics().usedBytes / 4096
  }
}

extension Environment {
  /// Commits insertions, replacements and deletions of short and long values under short and long
  /// keys.
  fileprivate func change(_ databases: [Database], by random: inout SeededRandom) throws {
    var transaction = try write()
    for _ in 0..<200 {
      guard let database = databases.randomElement(using: &random) else { continue }
      let number = Int.random(in: 0..<2_000, using: &random)
      let key = String(repeating: "k", count: number % 400) + "\(number)"
      if Int.random(in: 0..<3, using: &random) == 0 {
        _ = try transaction.delete(key.utf8.span.bytes, in: database)
      } else {
        let length = number % 40 == 0 ? 20_000 : Int.random(in: 0..<300, using: &random)
        try transaction.put(String(repeating: "v", count: length), at: key, in: database)
      }
    }
    try transaction.commit()
  }
}
