import AdminModel
import GoogleProtos
import IPC
import LMDB
import Store
import Timing

/// A service that measures reads of the store, from within a plugin.
struct Reader: Service {
  static let name = "bench.v1.Reader"
  static let descriptorSet = Descriptors.set(of: "Reader", methods: ["Measure"])

  private static let table = "workspaces"

  let directory: String

  func register(in methods: inout ServiceRouter) {
    methods.unary("\(Self.name)/Measure", measure)
  }

  /// Reads random workspaces. The request is "COUNT". The response is three rates per second: of
  /// reads within one view, of reads with a new view each, and of reads as records of the model.
  private func measure(_ request: GoogleBytesValue, _ context: CallContext) async throws
    -> GoogleBytesValue
  {
    let count = Int(NumberText.numbers(request.value)[0])
    let (keys, values) = try readValues(count)
    let records = try readRecords(count, keys)
    return GoogleBytesValue(value: NumberText.bytes(values + [records]))
  }

  /// Reads through the wrapper of LMDB alone. A process can open a store only once at a time, so
  /// this ends before the next measurement.
  private func readValues(_ count: Int) throws -> (keys: [[UInt8]], rates: [Double]) {
    let environment = try Environment(directory: directory)
    let database = try environment.databases(named: [Self.table])[0]
    let keys = try Self.keys(of: database, in: environment)
    let view = try environment.read()
    let together = try rate(of: count, keys) { try view.touch($0, in: database) }
    let alone = try rate(of: count, keys) { try environment.read().touch($0, in: database) }
    return (keys, [together, alone])
  }

  private func readRecords(_ count: Int, _ keys: [[UInt8]]) throws -> Double {
    let store = try Store.openAdmin(directory: directory)
    let ids = keys.map { String(decoding: $0, as: UTF8.self) }
    return try rate(of: count, ids) { id in
      _ = try store.read { view in try Workspaces.get(id, by: .unlimited, in: view) }
    }
  }

  private static func keys(of database: Database, in environment: Environment) throws -> [[UInt8]] {
    var keys: [[UInt8]] = []
    try environment.read().scan(database) { key, _ in
      keys.append(key.withUnsafeBytes { Array($0) })
      return true
    }
    return keys
  }

  /// Returns the rate per second of `count` reads by random keys.
  private func rate<Key>(of count: Int, _ keys: [Key], _ read: (Key) throws -> Void) rethrows
    -> Double
  {
    var random = XorShift()
    return try Timing.rate(of: count) {
      for _ in 0..<count { try read(keys[random.index(below: keys.count)]) }
    }
  }
}

extension LMDB.ReadTransaction {
  fileprivate func touch(_ key: [UInt8], in database: Database) throws {
    _ = try withValue(at: key.span.bytes, in: database) { $0.byteCount }
  }
}
