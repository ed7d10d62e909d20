import Foundation
import GoogleProtos
import HostProtos
import HostServices
import IPC
import Status
import Store
import StoreProtos
import Testing
import WellKnownTypes

@testable import PluginHost

@Suite("The audit service", .timeLimit(.minutes(1)))
struct AuditTests {
  private let folder = Folder()
  private let store: Store
  private let client: AuditClient
  private var checkpoint: String { "\(folder.path)/checkpoint" }

  init() async throws {
    store = try Store.open(
      directory: "\(folder.path)/store", options: StoreOptions(durable: false))
    client = try Self.client(of: store, folder)
    for number in 1...30 {
      let actor = number.isMultiple(of: 3) ? "user/\(number)" : "operator/uid:1"
      let change = Change(
        actor: actor, plugin: "test", method: "x.Y/Z", call: "call-\(number / 10)")
      try await store.write(change) { transaction in
        try transaction.record(
          action: number.isMultiple(of: 2) ? "key.created" : "user.removed",
          resource: "r\(number % 5)",
          organization: number.isMultiple(of: 7) ? "" : "org\(number % 3)")
      }
    }
  }

  private static func vault(of store: Store, _ folder: Folder) -> Vault {
    Vault(.dataDirectory, dataDirectory: folder.path, store: store)
  }

  private static func client(of store: Store, _ folder: Folder) throws -> AuditClient {
    let desk = AuditService(
      store: store, checkpoint: "\(folder.path)/checkpoint", vault: vault(of: store, folder))
    return AuditClient(try OperatorChannel.channel(to: desk))
  }

  private func seal() async throws -> CheckpointSeal {
    try await Self.vault(of: store, folder).checkpointSeal()
  }

  private func list(_ request: ListAuditRequest) async throws -> [UInt64] {
    try await client.list(request).data.map(\.revision)
  }

  @Test("The audit log lists the newest twenty events first and says whether there are more")
  func newest() async throws {
    let page = try await client.list(ListAuditRequest())
    #expect(page.data.map(\.revision) == Array((11...30).reversed()))
    #expect(page.hasMore)
    #expect(page.firstRevision == 30)
    #expect(page.lastRevision == 11)
  }

  @Test("The audit log can be paged both ways in both orders", arguments: [false, true])
  func paging(oldestFirst: Bool) async throws {
    let all = oldestFirst ? Array(1...30) : Array((1...30).reversed()) as [UInt64]
    var seen: [UInt64] = []
    var after: UInt64 = 0
    while true {
      let page = try await client.list(
        ListAuditRequest(limit: 7, afterRevision: after, oldestFirst: oldestFirst))
      seen += page.data.map(\.revision)
      #expect(page.hasMore == (seen.count < 30))
      guard page.hasMore else { break }
      after = page.lastRevision
    }
    #expect(seen == all)
    let before = try await client.list(
      ListAuditRequest(limit: 5, beforeRevision: all[20], oldestFirst: oldestFirst))
    #expect(before.data.map(\.revision) == Array(all[15..<20]))
    #expect(before.hasMore)
    let head = try await client.list(
      ListAuditRequest(limit: 5, beforeRevision: all[3], oldestFirst: oldestFirst))
    #expect(head.data.map(\.revision) == Array(all[..<3]))
    #expect(!head.hasMore)
  }

  @Test("The audit log can be filtered by actor, action, resource and call")
  func filters() async throws {
    let users = ListAuditRequest(oldestFirst: true, actor: "user/")
    #expect(try await list(users) == [3, 6, 9, 12, 15, 18, 21, 24, 27, 30])
    #expect(try await list(ListAuditRequest(actor: "user/3")) == [3])
    #expect(try await list(ListAuditRequest(actor: "user")) == [])
    #expect(try await list(ListAuditRequest(actions: ["key."])).count == 15)
    #expect(
      try await list(ListAuditRequest(actions: ["key.created"], resource: "r0")) == [30, 20, 10])
    #expect(
      try await list(ListAuditRequest(limit: 50, actions: ["key.created", "user."])).count == 30)
    #expect(try await list(ListAuditRequest(call: "call-3")) == [30])
    #expect(
      try await list(ListAuditRequest(organizationId: "org0"))
        == [30, 27, 24, 18, 15, 12, 9, 6, 3])
    #expect(try await list(ListAuditRequest(organizationId: "nowhere")) == [])
    let page = try await client.list(ListAuditRequest(limit: 3, actor: "user/", resource: "r0"))
    #expect(page.data.map(\.revision) == [30, 15])
    #expect(!page.hasMore)
  }

  @Test("The audit log can be limited to a range of times")
  func times() async throws {
    let all = try await client.list(ListAuditRequest(limit: 100, oldestFirst: true)).data
    let (first, last) = (try #require(all.first?.time), try #require(all.last?.time))
    #expect(try await list(ListAuditRequest(limit: 100, from: first)).count == 30)
    #expect(try await list(ListAuditRequest(limit: 100, to: first)) == [])
    #expect(
      try await list(ListAuditRequest(limit: 100, oldestFirst: true, from: first, to: last))
        == all.filter { $0.time != last }.map(\.revision))
  }

  @Test(
    "A list request for the audit log with a bad limit, two cursors or too many actions is refused",
    arguments: [
      (ListAuditRequest(limit: 0), "limit"), (ListAuditRequest(limit: 1001), "limit"),
      (ListAuditRequest(afterRevision: 1, beforeRevision: 2), "before_revision"),
      (ListAuditRequest(actions: [String](repeating: "a", count: 101)), "actions"),
    ])
  func refusals(request: ListAuditRequest, field: String) async {
    let end = await status { try await client.list(request) }
    #expect(end.code == .invalidArgument)
    #expect(end.fieldViolations.map(\.field) == [field])
  }

  @Test("Any revision is a valid cursor of the audit log, and one beyond its end finds nothing")
  func farCursors() async throws {
    #expect(try await list(ListAuditRequest(afterRevision: .max, oldestFirst: true)) == [])
    #expect(try await list(ListAuditRequest(limit: 1, afterRevision: .max)) == [30])
    #expect(try await list(ListAuditRequest(beforeRevision: .max)) == [])
  }

  @Test("A complete audit log is intact, and the checkpoint keeps the verified position")
  func intact() async throws {
    let first = try await client.verify(VerifyAuditRequest())
    #expect(first.intact)
    #expect(first.checked == 30)
    #expect(first.checkpoint?.revision == 30)
    #expect(first.basis == "chain_key")
    let kept = try store.checkpoint(at: checkpoint, under: try await seal())
    #expect(kept?.position.revision == 30)
    let again = try await client.verify(VerifyAuditRequest(checkpoint: first.checkpoint))
    #expect(again.intact)
    #expect(again.basis == "given_checkpoint")
    let last = try await client.verify(VerifyAuditRequest())
    #expect(last.basis == "kept_checkpoint")
    #expect(last.restsOn.contains("which is on the same disk"))
  }

  @Test("A cut-off audit log is detected by the host's checkpoint and by the caller's")
  func cutOff() async throws {
    let whole = try await client.verify(VerifyAuditRequest())
    let other = Folder()
    try await store.backup(to: "\(other.path)/store")
    try await store.write(Change(actor: "a/b", plugin: "test", method: "x.Y/Z")) { transaction in
      try transaction.record(action: "thing.made", resource: "x")
    }
    let longer = try #require(try await client.verify(VerifyAuditRequest()).checkpoint)
    let older = try Store.open(directory: "\(other.path)/store")
    let auditor = try Self.client(of: older, folder)
    for checkpoint in [nil, longer] {
      let found = try await auditor.verify(VerifyAuditRequest(checkpoint: checkpoint))
      #expect(!found.intact)
      #expect(found.firstBrokenRevision == 31)
      #expect(found.finding == "The log was cut off: event 31 is missing.")
    }
    // The older log reaches this checkpoint, but the host's own checkpoint still proves the cut.
    let given = try await auditor.verify(VerifyAuditRequest(checkpoint: whole.checkpoint))
    #expect(!given.intact)
  }

  @Test("An audit log that was rewritten is detected by the caller's checkpoint")
  func rewritten() async throws {
    var checkpoint = try #require(try await client.verify(VerifyAuditRequest()).checkpoint)
    checkpoint.revision = 20
    let found = try await client.verify(VerifyAuditRequest(checkpoint: checkpoint))
    #expect(found.firstBrokenRevision == 20)
    #expect(found.checkpoint == nil)
  }

  @Test("A checkpoint with a chain of the wrong length is refused")
  func malformed() async {
    let request = VerifyAuditRequest(checkpoint: AuditCheckpoint(revision: 3, chain: [1, 2]))
    let end = await status { try await client.verify(request) }
    #expect(end.reason == "INVALID_CHECKPOINT")
  }

  /// Returns a log with the same number of events that was rewritten with the chain key.
  private func forgedStore(in place: Folder) async throws -> Store {
    let forged = "\(place.path)/store"
    mkdir(forged, 0o700)
    try FileManager.default.copyItem(
      atPath: "\(store.directory)/chain.key", toPath: "\(forged)/chain.key")
    let store = try Store.open(directory: forged, options: StoreOptions(durable: false))
    for number in 1...30 {
      let change = Change(actor: "user/somebody_else", plugin: "test", method: "x.Y/Z")
      try await store.write(change) { tx in
        try tx.record(action: "key.created", resource: "r\(number)")
      }
    }
    return store
  }

  @Test("A log rewritten with its chain key is detected by a checkpoint under the master key")
  func rewrittenWithChainKey() async throws {
    _ = try await client.verify(VerifyAuditRequest())
    let place = Folder()
    let forged = try await forgedStore(in: place)
    let auditor = try Self.client(of: forged, folder)
    let found = try await auditor.verify(VerifyAuditRequest())
    #expect(!found.intact)
    #expect(found.finding.hasPrefix("The log was rewritten"))
    // A checkpoint that was rewritten without the master key doesn't help the attacker.
    let guess = CheckpointSeal([UInt8](repeating: 0, count: 32))
    unlink(checkpoint)
    try forged.advanceCheckpoint(at: checkpoint, under: guess)
    let end = await status { try await auditor.verify(VerifyAuditRequest()) }
    #expect(end.reason == "CHECKPOINT_FOREIGN")
    // Without any checkpoint, the verdict says how little it rests on.
    unlink(checkpoint)
    let blind = try await auditor.verify(VerifyAuditRequest())
    #expect(blind.basis == "chain_key")
    #expect(blind.restsOn.contains("access to the disk is enough to rewrite both"))
  }

  @Test("A shipped checkpoint reveals that the data directory is an older copy")
  func rolledBack() async throws {
    let seal = try await seal()
    let older = Folder()
    try await store.backup(to: "\(older.path)/store")
    try FileManager.default.copyItem(
      atPath: "\(folder.path)/master.key", toPath: "\(older.path)/master.key")
    try await store.write(Change(actor: "a/b", plugin: "test", method: "x.Y/Z")) { tx in
      try tx.record(action: "thing.made", resource: "x")
    }
    let shipped = AuditCheckpoint(
      seal.seal(try store.logPosition(), at: GoogleTimestamp(seconds: 1)))
    let copy = try Self.client(of: Store.open(directory: "\(older.path)/store"), older)
    #expect(try await copy.verify(VerifyAuditRequest()).intact)
    let found = try await copy.verify(VerifyAuditRequest(shipped: [shipped]))
    #expect(found.finding == "The log was cut off: event 31 is missing.")
    #expect(found.basis == "shipped_checkpoints")
    let good = try await client.verify(VerifyAuditRequest(shipped: [shipped]))
    #expect(good.intact)
    #expect(good.restsOn == "1 shipped checkpoint up to revision 31, under the master key")
  }

  @Test("A shipped checkpoint that was not made with the master key is refused")
  func forgedShipment() async throws {
    var forged = AuditCheckpoint(try await seal().seal(try store.logPosition(), at: .now))
    forged.revision -= 1
    let end = await status { try await client.verify(VerifyAuditRequest(shipped: [forged])) }
    #expect(end.reason == "CHECKPOINT_FOREIGN")
  }
}
