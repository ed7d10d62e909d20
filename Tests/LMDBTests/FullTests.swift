import Foundation
import Testing

@testable import LMDB

@Suite("A full map or a full disk")
struct FullTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("A transaction that fills the map fails whole, and smaller ones still succeed")
  func map() throws {
    let environment = try scratch.environment(mapSize: 256 << 10)
    let database = try environment.database()
    try environment.put(["kept": "yes"], in: database)
    #expect(throws: LMDBError(.mapFull, "mdb_put")) { try fill(environment, database) }
    #expect(try environment.entries(of: database) == ["kept": "yes"])
    try environment.put(["next": "yes"], in: database)
    #expect(try environment.entries(of: database).count == 2)
  }

  @Test("A larger map keeps the data, and later openings keep the larger map")
  func larger() throws {
    try {
      let small = try scratch.environment(mapSize: 256 << 10)
      let database = try small.database()
      try small.put(["kept": "yes"], in: database)
      #expect(throws: LMDBError(.mapFull, "mdb_put")) { try fill(small, database) }
    }()
    try {
      let large = try scratch.environment(mapSize: 4 << 20)
      let database = try large.database()
      #expect(try large.entries(of: database) == ["kept": "yes"])
      try fill(large, database)
    }()
    for mapSize in [nil, 256 << 10] {
      let later = try scratch.environment(mapSize: mapSize)
      #expect(try later.statistics().mapSize == 4 << 20)
      #expect(try later.entries(of: try later.database()).count == 1001)
    }
  }

  @Test("A new data file may grow to 64 GiB unless another size is given")
  func usual() throws {
    #expect(try scratch.environment(mapSize: nil).statistics().mapSize == 64 << 30)
  }

  @Test("A parent transaction can still commit after a nested one fills the map")
  func nested() throws {
    let environment = try scratch.environment(mapSize: 256 << 10)
    let database = try environment.database()
    var transaction = try environment.write()
    try transaction.put("yes", at: "before", in: database)
    let error = #expect(throws: LMDBError.self) {
      try transaction.nested { child in
        var child = child
        for index in 0..<1000 {
          try child.put(String(repeating: "x", count: 1000), at: "\(index)", in: database)
        }
      }
    }
    #expect(error?.code == .mapFull)
    try transaction.put("yes", at: "after", in: database)
    try transaction.commit()
    #expect(try environment.entries(of: database) == ["before": "yes", "after": "yes"])
  }

  @Test("A commit on a full disk fails whole, and works once there is room again")
  func disk() async throws {
    let path = scratch.path
    await #expect(processExitsWith: .success) { [path = path as String] in
      let environment = try Environment(directory: path)
      let database = try environment.database()
      try environment.put(["kept": "yes"], in: database)
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 64 << 10, rlim_max: rlim_t.max)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let error = #expect(throws: LMDBError.self) { try fill(environment, database) }
      #expect(error?.code == .diskFull)
      limit.rlim_cur = rlim_t.max
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      #expect(try environment.entries(of: database) == ["kept": "yes"])
      try fill(environment, database)
      #expect(try environment.entries(of: database).count == 1001)
    }
  }
}

/// Writes a megabyte in one transaction.
private func fill(_ environment: Environment, _ database: Database) throws {
  var transaction = try environment.write()
  for index in 0..<1000 {
    try transaction.put(String(repeating: "x", count: 1000), at: "\(index)", in: database)
  }
  try transaction.commit()
}
