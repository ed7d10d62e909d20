import AdminProtos
import Store
import Testing

@testable import AdminModel

@Suite("Issued keys")
struct IssuedKeyTests {
  private let fixture: KeyFixture

  init() async throws { fixture = try await KeyFixture() }

  @Test("An issued key has the prefix, 160 random bits and a checksum, and works at once")
  func issued() async throws {
    let minted = try await fixture.issue()
    let secret = minted.secret.text
    #expect(secret.hasPrefix("sk-stw-") && secret.count == 7 + 28 + 6)
    #expect(try fixture.verify(secret) == "VALID")
    let record = minted.key
    #expect(minted.key.status == "active" && record.kind == "issued")
    #expect(
      record.partialKeyHint == "sk-stw-\(secret.dropFirst(7).prefix(3))...\(secret.suffix(4))")
  }

  @Test("An issued key's record holds only the keyed hash of the secret")
  func hashed() async throws {
    let minted = try await fixture.issue()
    let record = try fixture.record(minted.key.id)
    #expect(record.secretHash == fixture.secrets.hash(ofIssued: minted.secret.text))
    let others = KeySecrets([UInt8](repeating: 2, count: 32))
    #expect(record.secretHash != others.hash(ofIssued: minted.secret.text))
    #expect(!"\(record)".contains(minted.secret.text))
  }

  @Test("A verification tells a mistyped key, an unknown key and other text apart")
  func malformed() async throws {
    let secret = try await fixture.issue().secret.text
    var typo = Array(secret)
    typo[12] = typo[12] == "x" ? "y" : "x"
    #expect(try fixture.verify(String(typo)) == "CHECKSUM")
    #expect(try fixture.verify(SecretText(prefix: Keys.prefix).text) == "UNKNOWN")
    for other in ["", "sk-stw-", String(secret.dropLast()), secret + "1", " " + secret, "ä"] {
      #expect(try fixture.verify(other) == "MALFORMED")
    }
  }

  @Test("A key without a workspace is issued in the Default Workspace")
  func defaultWorkspace() async throws {
    let draft = IssueKeyRequest(organizationId: fixture.organization.id, name: "x")
    let minted = try await fixture.base.write { [secrets = fixture.secrets] tx in
      try Keys.issue(draft, with: secrets, by: .unlimited, in: &tx)
    }
    #expect(minted.key.workspaceId == fixture.organization.defaultWorkspaceId)
  }

  @Test("A key expires without any job, and is then listed as expired")
  func expires() async throws {
    let minted = try await fixture.issue(expiresAt: fixture.time(in: .seconds(60)))
    let id = minted.key.id
    fixture.move(.seconds(59))
    #expect(try fixture.verify(minted.secret.text) == "VALID")
    fixture.move(.seconds(1))
    #expect(try fixture.verify(minted.secret.text) == "EXPIRED")
    #expect(try fixture.get(id).status == "expired")
    #expect(try fixture.list(ListKeysRequest(statuses: ["expired"])).ids == [id])
    #expect(try fixture.list(ListKeysRequest(statuses: ["active"])).ids.isEmpty)
  }

  @Test("An inactive key fails until it is active again, and an archived key fails for ever")
  func switching() async throws {
    let minted = try await fixture.issue()
    let (id, secret) = (minted.key.id, minted.secret.text)
    _ = try await fixture.update(id, status: "inactive")
    #expect(try fixture.verify(secret) == "INACTIVE")
    _ = try await fixture.update(id, status: "active")
    #expect(try fixture.verify(secret) == "VALID")
    _ = try await fixture.update(id, status: "archived")
    #expect(try fixture.verify(secret) == "ARCHIVED")
    for status in ["active", "inactive"] {
      let error = await #expect(throws: AdminError.self) {
        try await fixture.update(id, status: status)
      }
      #expect(reason(of: error) == "KEY_ARCHIVED")
    }
    #expect(try await fixture.update(id, status: "archived").status == "archived")
  }

  @Test("A rotated key's former secret works for the overlap, and no longer")
  func rotates() async throws {
    let first = try await fixture.issue()
    let id = first.key.id
    let second = try await fixture.rotate(id, overlap: .seconds(60))
    #expect(second.secret != first.secret && second.key.id == id)
    #expect(second.key.formerSecretExpiresAt == fixture.time(in: .seconds(60)))
    #expect(try fixture.verify(first.secret.text) == "VALID")
    #expect(try fixture.verify(second.secret.text) == "VALID")
    fixture.move(.seconds(60))
    #expect(try fixture.verify(first.secret.text) == "ROTATED")
    #expect(try fixture.verify(second.secret.text) == "VALID")
    #expect(try fixture.get(id).formerSecretExpiresAt == nil)
  }

  @Test(
    "A key rotated without an overlap loses its former secret at once, even if the clock goes back")
  func rotatesAtOnce() async throws {
    let first = try await fixture.issue()
    _ = try await fixture.rotate(first.key.id)
    fixture.move(.seconds(-3600))
    #expect(try fixture.verify(first.secret.text) == "ROTATED")
  }

  @Test("A key that is rotated twice accepts the last two secrets only")
  func rotatesTwice() async throws {
    let first = try await fixture.issue()
    let id = first.key.id
    let second = try await fixture.rotate(id, overlap: .seconds(60))
    let third = try await fixture.rotate(id, overlap: .seconds(60))
    let verdicts = try [first, second, third].map { try fixture.verify($0.secret.text) }
    #expect(verdicts == ["UNKNOWN", "VALID", "VALID"])
  }

  @Test("A revoked key ends with both of its secrets, and a second revocation changes nothing")
  func revokes() async throws {
    let first = try await fixture.issue()
    let id = first.key.id
    let second = try await fixture.rotate(id, overlap: .seconds(60))
    let revoked = try await fixture.revoke(id)
    #expect(revoked.status == "archived")
    #expect(try fixture.verify(first.secret.text) == "ARCHIVED")
    #expect(try fixture.verify(second.secret.text) == "ARCHIVED")
    fixture.move(.seconds(60))
    let again = try await fixture.revoke(id)
    #expect(again.etag == revoked.etag && again.archivedAt == revoked.archivedAt)
    let error = await #expect(throws: AdminError.self) { try await fixture.rotate(id) }
    #expect(reason(of: error) == "KEY_ARCHIVED")
  }

  @Test("An archived workspace archives its keys in the same commit")
  func workspaceArchived() async throws {
    let (mine, other) = (try await fixture.issue(), try await fixture.issue())
    _ = try await fixture.update(other.key.id, status: "inactive")
    let elsewhere = try await fixture.issue(
      workspace: fixture.organization.defaultWorkspaceId)
    let id = fixture.workspace.id
    _ = try await fixture.base.write { tx in
      try Workspaces.archive(ArchiveWorkspaceRequest(id: id), by: .unlimited, in: &tx)
    }
    #expect(try fixture.verify(mine.secret.text) == "ARCHIVED")
    #expect(try fixture.verify(other.secret.text) == "ARCHIVED")
    #expect(try fixture.verify(elsewhere.secret.text) == "VALID")
    let error = await #expect(throws: AdminError.self) { try await fixture.issue() }
    #expect(reason(of: error) == "WORKSPACE_ARCHIVED")
  }

  @Test("A user who leaves loses their own keys, and other keys keep working")
  func userLeaves() async throws {
    let theirs = try await fixture.issue(user: fixture.member)
    let made = try await fixture.issue(by: fixture.access(.admin))
    let other = try await fixture.issue()
    let (member, organization) = (fixture.member, fixture.organization.id)
    let left = try await fixture.base.write { tx in
      try Keys.leave(RemoveUserRequest(organizationId: organization, id: member), in: &tx)
    }
    #expect(Set(left.map(\.id)) == [theirs.key.id, made.key.id])
    #expect(try fixture.verify(theirs.secret.text) == "ARCHIVED")
    #expect(try fixture.verify(made.secret.text) == "ARCHIVED")
    #expect(try fixture.verify(other.secret.text) == "VALID")
  }

  @Test("A key that breaks several rules is refused with all of them")
  func violationsAtOnce() async throws {
    let draft = IssueKeyRequest(
      workspaceId: "wrkspc_x", name: "", expiresAt: fixture.now, userId: fixture.workspace.id)
    let error = await #expect(throws: AdminError.self) {
      try await fixture.base.write { [secrets = fixture.secrets] tx in
        _ = try Keys.issue(draft, with: secrets, by: .unlimited, in: &tx)
      }
    }
    #expect(
      violations(of: error) == [
        "workspace_id": "MALFORMED_ID", "name": "REQUIRED", "expires_at": "NOT_IN_FUTURE",
        "user_id": "WRONG_KIND",
      ])
  }

  @Test("A user who isn't a member can't own a key")
  func stranger() async throws {
    let stranger = "user_" + String(repeating: "1", count: 24)
    let error = await #expect(throws: AdminError.self) {
      try await fixture.issue(user: stranger)
    }
    #expect(reason(of: error) == "USER_NOT_A_MEMBER")
  }

  @Test("A caller without a role in the organization doesn't find its key, not even by the secret")
  func foreign() async throws {
    let minted = try await fixture.issue()
    let other = try await fixture.base.organization("Other")
    let access = fixture.access(.admin, organization: other.id)
    let error = #expect(throws: StoreError.self) {
      try fixture.get(minted.key.id, by: access)
    }
    #expect(error?.code == .notFound)
    #expect(try fixture.verify(minted.secret.text, by: access) == "UNKNOWN")
  }

  @Test("A key's last use is recorded, and never moves backward")
  func lastUse() async throws {
    let id = try await fixture.issue().key.id
    let (early, late) = (fixture.time(in: .seconds(10)), fixture.time(in: .seconds(20)))
    for time in [late, early] {
      try await fixture.base.write { tx in
        try Keys.recordUses(
          [id: KeyUse(at: time), "apikey_gone": KeyUse(at: time)], in: &tx)
      }
      #expect(try fixture.get(id).lastUsedAt == late)
    }
  }
}
