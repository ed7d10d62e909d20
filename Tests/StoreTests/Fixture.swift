import AdminProtos
import Foundation
import GoogleProtos
import ProtobufRuntime
import Synchronization

@testable import Store

/// A store in a separate directory. The directory is removed when the test ends.
final class Fixture: Sendable {
  let path: String
  let clock = TestClock()

  init() throws {
    let name = "store-\(UUID().uuidString)"
    path = FileManager.default.temporaryDirectory.appending(path: name).path(percentEncoded: false)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func open(_ schema: Schema = Tables.schema, mapSize: Int? = 64 << 20) throws -> Store {
    let clock = clock
    return try Store.open(
      directory: path, schema: schema,
      options: StoreOptions(mapSize: mapSize, durable: false) { clock.now })
  }
}

extension Fixture {
  /// Returns whether the store's data file contains these bytes anywhere.
  func dataFileContains(_ bytes: [UInt8]) throws -> Bool {
    try Data(contentsOf: URL(fileURLWithPath: "\(path)/data.mdb")).range(of: Data(bytes)) != nil
  }
}

/// A clock that stands still until a test moves it.
final class TestClock: Sendable {
  private let seconds = Mutex<Int64>(1_750_000_000)

  var now: GoogleTimestamp { GoogleTimestamp(seconds: seconds.withLock { $0 }, nanos: 5_000_000) }

  func move(bySeconds difference: Int64) {
    seconds.withLock { $0 += difference }
  }
}

/// Two tables, declared as in a program.
enum Tables {
  static let byName = Index<Organization>("name", unique: true) { [IndexKey($0.name)] }
  static let organizations = Table<Organization>(
    "organizations", noun: "organization", key: { $0.id }, indexes: [byName])

  /// An index with every workspace under "all". Workspaces that aren't archived are under "live" as
  /// well.
  static let ofOrganization = Index<Workspace>("organization") { workspace in
    let all = IndexKey(workspace.organizationId, "all")
    return workspace.archivedAt == nil ? [all, IndexKey(workspace.organizationId, "live")] : [all]
  }
  static let byColor = Index<Workspace>("color") { [IndexKey($0.displayColor, $0.name)] }
  static let live = Counter<Workspace>("live") {
    $0.archivedAt == nil ? [IndexKey($0.organizationId)] : []
  }
  static let workspaces = Table<Workspace>(
    "workspaces", noun: "workspace", key: { $0.id }, organization: { $0.organizationId },
    indexes: [ofOrganization, byColor], counters: [live])

  static let schema = Schema(name: "test", tables: [organizations, workspaces])
}

extension Change {
  static let test = Change(actor: "operator/uid:1", plugin: "test", method: "test.v1.Test/Do")

  static func call(_ call: String, actor: String = "operator/uid:1") -> Change {
    Change(actor: actor, plugin: "test", method: "test.v1.Test/Do", call: call)
  }
}

extension Organization {
  init(_ id: String, named name: String? = nil) {
    self.init(id: id, name: name ?? "name of \(id)")
  }
}

extension Workspace {
  init(_ id: String, of organization: String, color: String = "#000000") {
    self.init(id: id, organizationId: organization, name: id, displayColor: color)
  }
}

extension Store {
  func insert(_ ids: String..., as change: Change = .test) async throws {
    try await write(change) { tx in
      for id in ids { try Tables.organizations.insert(Organization(id), in: &tx) }
    }
  }

  /// Runs a mutation without conditions for its outcome.
  func once<Request: Message, Response: Message>(
    _ change: Change, request: Request, sealing seal: Seal? = nil,
    _ body: @escaping @Sendable (inout WriteTransaction) throws -> Response
  ) async throws -> Response {
    try await once(change, request: request, sealing: seal, judging: { _, _ in }) { tx in
      Outcome(try body(&tx), conditions: [])
    }
  }

  func names() throws -> [String: String] {
    try read { tx in
      var names: [String: String] = [:]
      try Tables.organizations.forEach(in: tx) { stored in
        names[stored.record.id] = stored.record.name
        return true
      }
      return names
    }
  }

  func ids() throws -> [String] { try names().keys.sorted() }
}

struct Refusal: Error, Equatable {}
