import AdminKit
import AdminModel
import AdminProtos
import AdminServices
import Foundation
import GoogleProtos
import IPC
import IPCProtos
import Status
import Store
import StoreProtos
import Testing

@testable import KeysPlugin

@Suite("The keys plugin")
struct KeysPluginTests {
  private let fixture: PluginFixture
  private let organization: String

  init() async throws {
    fixture = try await PluginFixture()
    organization = try await fixture.orgs.create(CreateOrganizationRequest(name: "Acme")).id
  }

  private var keys: KeysClient { fixture.keys }

  private func issue(_ options: CallOptions = CallOptions()) async throws -> IssuedKey {
    try await keys.issue(
      IssueKeyRequest(organizationId: organization, name: "CI"), options: options)
  }

  private func verify(_ secret: String) async throws -> VerifyKeyResponse {
    try await keys.verify(VerifyKeyRequest(secret: secret))
  }

  @Test("An issued key can be read, listed, verified, rotated and revoked")
  func life() async throws {
    let issued = try await issue()
    let key = try #require(issued.key)
    #expect(key.type == "api_key" && key.kind == "issued" && key.status == "active")
    #expect(try await keys.get(GetKeyRequest(id: key.id)) == key)
    let verified = try await verify(issued.secret)
    #expect(verified.valid && verified.id == key.id && verified.organizationId == organization)

    let rotated = try await keys.rotate(
      RotateKeyRequest(id: key.id, overlap: GoogleDuration(seconds: 60)))
    #expect(rotated.secret != issued.secret && rotated.key?.formerSecretExpiresAt != nil)
    #expect(try await verify(issued.secret).valid)

    #expect(try await keys.revoke(RevokeKeyRequest(id: key.id)).status == "archived")
    for secret in [issued.secret, rotated.secret] {
      #expect(try await verify(secret) == VerifyKeyResponse(valid: false, reason: "ARCHIVED"))
    }
    let list = try await keys.list(ListKeysRequest(organizationId: organization))
    #expect(list.data.map(\.id) == [key.id] && list.firstId == key.id && !list.hasMore)
  }

  @Test("A dry run of a revocation shows the archived key, which stays usable")
  func dryRun() async throws {
    let issued = try await issue()
    let id = issued.key?.id ?? ""
    let shown = try await keys.revoke(RevokeKeyRequest(id: id, dryRun: true))
    #expect(shown.status == "archived" && shown.archivedAt != nil)
    #expect(try await keys.get(GetKeyRequest(id: id)) == issued.key)
    #expect(try await verify(issued.secret).valid)
    #expect(
      try await keys.summary(KeySummaryRequest(organizationId: organization))
        == KeySummary(active: 1, unowned: 1))
  }

  @Test("A repeated call returns the same secret, which the store doesn't hold")
  func retried() async throws {
    let first = try await issue(CallOptions(idempotencyKey: "k"))
    let again = try await issue(CallOptions(idempotencyKey: "k"))
    #expect(first == again && !first.secret.isEmpty)
    #expect(try !fixture.storeContains(first.secret))
    #expect(try fixture.storeContains(first.key?.id ?? ""))
  }

  @Test("A registered value is stored sealed, and only Reveal returns it")
  func registered() async throws {
    let value = "sk-ant-api03-R2DabcdefghijklmnopqrstuvwxyzigAA"
    let id = "apikey_01Rj2N8SVvo6BePZj99NhmiT"
    let key = try await keys.register(
      RegisterKeyRequest(id: id, value: value, organizationId: organization))
    #expect(key.kind == "registered" && key.partialKeyHint == "sk-ant-api03-R2D...igAA")
    #expect(try !fixture.storeContains(value))
    #expect(try await keys.reveal(RevealKeyRequest(id: id)).value == value)
  }

  @Test("The first use of a key is written soon and shown with the key")
  func lastUse() async throws {
    let issued = try await issue()
    let id = issued.key?.id ?? ""
    #expect(issued.key?.lastUsedAt == nil)
    _ = try await verify(issued.secret)
    while try await keys.get(GetKeyRequest(id: id)).lastUsedAt == nil { await Task.yield() }
  }

  @Test("The usage of a key and of its organization has each verification that found it usable")
  func usage() async throws {
    let issued = try await issue()
    let id = issued.key?.id ?? ""
    for number in 1...3 {
      #expect(try await verify(issued.secret).valid)
      #expect(try await verify(String(issued.secret.dropLast())).valid == false)
      let usage = try await keys.usage(KeyUsageRequest(id: id))
      #expect(usage.days.count == 30 && usage.days.reduce(0) { $0 + $1.checks } == number)
      #expect(try await keys.usage(KeyUsageRequest(organizationId: organization)) == usage)
    }
    _ = try await keys.revoke(RevokeKeyRequest(id: id))
    #expect(try await verify(issued.secret).valid == false)
    #expect(
      try await keys.usage(KeyUsageRequest(id: id)).days.reduce(0) { $0 + $1.checks } == 3)
    let error = await #expect(throws: Status.self) {
      try await keys.usage(KeyUsageRequest(id: id, organizationId: "gone"))
    }
    #expect(error?.code == .notFound)
  }

  @Test("The end of a process loses no use that was written, and at most those since then")
  func lost() async throws {
    let directory = NSTemporaryDirectory() + "steward-uses-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let time = GoogleTimestamp(seconds: 1_900_000_000)
    let nextDay = GoogleTimestamp(seconds: time.seconds + 86_400)
    let store = try Store.openAdmin(
      directory: directory, options: StoreOptions(clock: { nextDay }))
    let key = try await Self.key(in: store)
    let uses = KeyUses(store: AdminStore(store, plugin: "keys"))
    for _ in 0..<3 { uses.note(key.id, at: time) }
    await uses.flush()
    for _ in 0..<2 { uses.note(key.id, at: time) }
    // Another process goes on without what this one had in memory.
    let next = KeyUses(store: AdminStore(store, plugin: "keys"))
    for _ in 0..<10 { next.note(key.id, at: time) }
    await next.flush()
    next.note(key.id, at: nextDay)
    await next.flush()
    let checks = try store.read { tx in
      try Keys.usage(KeyUsageRequest(id: key.id), by: .unlimited, in: tx).days.map(\.checks)
    }
    #expect((13...15).contains(checks[28]) && checks[29] == 1)
  }

  @Test("Recorded uses of a key are written when the plugin stops")
  func flushed() async throws {
    let directory = NSTemporaryDirectory() + "steward-uses-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let store = try Store.openAdmin(directory: directory)
    let uses = KeyUses(store: AdminStore(store, plugin: "keys"))
    let key = try await Self.key(in: store)
    let time = GoogleTimestamp(seconds: 2_000_000_000)
    uses.note(key.id, at: GoogleTimestamp(seconds: 1_900_000_000))
    await uses.flush()
    uses.note(key.id, at: time)
    await uses.flush()
    let used = try store.read { try Keys.get(key.id, by: .unlimited, in: $0).lastUsedAt }
    #expect(used == time)
    let revision = try store.lastRevision()
    #expect(try store.events(from: revision).first?.action == "api_key.issued")
  }

  /// Issues a key of a new organization.
  private static func key(in store: Store) async throws -> ApiKey {
    let secrets = KeySecrets([UInt8](repeating: 1, count: 32))
    let change = Change(actor: "operator/uid:0", plugin: "test", method: "x")
    return try await store.write(change) { tx in
      let organization = try Organizations.create(
        CreateOrganizationRequest(name: "Acme"), by: .unlimited, in: &tx)
      return try Keys.issue(
        IssueKeyRequest(organizationId: organization.id, name: "CI"), with: secrets, by: .unlimited,
        in: &tx
      ).key
    }
  }

  @Test("A call without a principal is refused, and so is a caller without the permission or a key")
  func denied() async throws {
    let issued = try await issue()
    let stranger = IPCPrincipal(
      kind: .user, id: "user_1",
      roles: [IPCRoleGrant(role: "user", organizationId: organization)])
    let theirs = KeysClient(fixture.channel(as: stranger))
    let error = await #expect(throws: Status.self) {
      try await theirs.issue(IssueKeyRequest(organizationId: organization, name: "Mine"))
    }
    #expect(error?.reason == "PERMISSION_DENIED")
    // A user may revoke only their own keys, and doesn't learn whether there are others.
    let hidden = await #expect(throws: Status.self) {
      try await theirs.revoke(RevokeKeyRequest(id: issued.key?.id ?? ""))
    }
    #expect(hidden?.reason == "API_KEY_NOT_FOUND")
    let anonymous = KeysClient(fixture.channel(as: IPCPrincipal()))
    let refusal = await #expect(throws: Status.self) {
      try await anonymous.verify(VerifyKeyRequest(secret: issued.secret))
    }
    #expect(refusal?.code == .unauthenticated)
  }
}
