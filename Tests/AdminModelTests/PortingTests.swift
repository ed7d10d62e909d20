import AdminProtos
import ProtobufRuntime
import Status
import Store
import StoreProtos
import Testing

@testable import AdminModel

@Suite("Exports and imports")
struct PortingTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  /// Returns the export seal of an installation with this master key.
  private static func seal(_ masterKey: UInt8) -> ExportSeal {
    ExportSeal([UInt8](repeating: masterKey, count: 32))
  }

  private func export(_ fixture: Fixture, masterKey: UInt8 = 0) throws -> [String] {
    var reader = try ExportReader(
      fixture.store.snapshot(), under: Self.seal(masterKey), by: .unlimited)
    var bytes: [UInt8] = []
    while let piece = try reader.next() { bytes += piece.lines }
    #expect(bytes.last == UInt8(ascii: "\n"))
    return String(decoding: bytes.dropLast(), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @discardableResult
  private func load(
    _ lines: [String], into fixture: Fixture, masterKey: UInt8 = 0, isVerified: Bool = true
  ) async throws -> UInt64 {
    try await fixture.write { tx in
      var rest = lines[...]
      return try Imports.load(
        under: Self.seal(masterKey), isVerified: isVerified, by: .unlimited, in: &tx,
        lines: { rest.popFirst() }, progress: { _, _ in })
    }
  }

  /// Creates a record in every table, with every kind of field.
  private func fill() async throws {
    let organization = try await fixture.organization()
    let workspace = try await fixture.workspace(in: organization.id)
    try await fixture.write { tx in
      let (org, time) = (organization.id, tx.now)
      try AdminSchema.users.insert(
        UserRecord(
          id: "user_1", email: "Ä@x.org", name: "A \"B\" \u{1F600}", isSuperAdmin: true,
          language: "ja", timeZone: "Asia/Tokyo", theme: "dark"),
        in: &tx)
      try AdminSchema.memberships.insert(
        MembershipRecord(
          organizationId: org, userId: "user_1", role: "admin", addedAt: time,
          userName: "A \"B\" \u{1F600}", userEmail: "Ä@x.org"),
        in: &tx)
      try AdminSchema.workspaceMembers.insert(
        WorkspaceMemberRecord(workspaceId: workspace.id, organizationId: org, userId: "user_1"),
        in: &tx)
      try AdminSchema.invites.insert(
        InviteRecord(
          resource: Invite(id: "invite_1", organizationId: org), tokenHash: [0, 1, 255]),
        in: &tx)
      try AdminSchema.keys.insert(
        KeyRecord(
          resource: ApiKey(
            id: "apikey_1", organizationId: org, workspaceId: workspace.id, kind: "registered",
            createdAt: time, partialKeyHint: "sk-x"),
          secretHash: [9], sealedValue: [0, 0, 7]), in: &tx)
      try AdminSchema.keyUses.insert(
        KeyUseRecord(
          keyId: "apikey_1", organizationId: org, lastUsedAt: time, checksByDay: [0, 3]), in: &tx)
      try AdminSchema.organizationUses.insert(
        KeyUseRecord(organizationId: org, lastUsedAt: time, checksByDay: [7]), in: &tx)
      try AdminSchema.passwords.insert(
        PasswordRecord(userId: "user_1", hash_: "$argon2id$"), in: &tx)
      try AdminSchema.passwordResets.insert(
        PasswordResetRecord(
          userId: "user_1", tokenHash: [0, 8], createdAt: time, expiresAt: time,
          organizationIds: [org]), in: &tx)
      try AdminSchema.loginPeers.insert(
        LoginPeersRecord(
          userId: "user_1", peers: [LoginPeerRecord(hash_: [7], lastLoginAt: time)]), in: &tx)
      try AdminSchema.sessions.insert(
        SessionRecord(
          resource: Session(id: "session_1", userId: "user_1"), counter: 1 << 60,
          rotations: [RotationRecord(counter: 1, time: time)]), in: &tx)
      try AdminSchema.adminKeys.insert(
        AdminKeyRecord(
          resource: AdminKey(id: "adminkey_1", organizationId: org), secretHash: [4]), in: &tx)
      try AdminSchema.loginAttempts.insert(
        LoginAttemptsRecord(subject: [0, 254, 1], failures: 3), in: &tx)
      try AdminSchema.installation.insert(
        InstallationRecord(id: "installation", claimedAt: time, adminKeyPrefix: "sk"), in: &tx)
      try AdminSchema.claimCode.insert(
        ClaimCodeRecord(id: "claim", codeHash: [6], expiresAt: time), in: &tx)
      _ = try Manifests.apply(
        [ManifestObject(object: .organization(OrganizationObject(name: "Made")))], ApplyOptions(),
        with: .testing, by: .unlimited, in: &tx)
    }
  }

  @Test("An export of an imported store is byte for byte the same as the first export")
  func roundTrip() async throws {
    try await fill()
    let first = try export(fixture, masterKey: 7)
    for table in AdminSchema.tables {
      #expect(first.contains { $0.hasPrefix("{\"table\":\"\(table.name)\"") }, "\(table.name)")
    }
    let other = try Fixture()
    #expect(try await load(first, into: other, masterKey: 7) == UInt64(first.count - 2))
    #expect(try export(other, masterKey: 7) == first)
    #expect(try other.store.verifyChain() == fixture.store.lastRevision())
    let checked = try other.store.read { tx in try Checks.run(by: .unlimited, in: tx) }
    #expect(checked.findings == [])
  }

  @Test("An imported store keeps its etags, and continues its ids and revisions")
  func goesOn() async throws {
    let acme = try await fixture.organization()
    let other = try Fixture()
    try await load(try export(fixture), into: other)
    let stored = try other.store.read { tx in
      try Organizations.get(acme.id, by: .unlimited, in: tx)
    }
    #expect(stored.etag == "1")
    let next = try await other.organization("Next")
    #expect(next.id > acme.id)
    #expect(try other.store.lastRevision() == 4)
  }

  @Test("An export is of one commit, whatever is written meanwhile")
  func oneCommit() async throws {
    try await fixture.organization()
    let before = try export(fixture)
    var reader = try ExportReader(fixture.store.snapshot(), under: Self.seal(0), by: .unlimited)
    try await fixture.organization("Later")
    #expect(reader.objects == UInt64(before.count - 2))
    let piece = try reader.next()
    #expect(
      piece.map { String(decoding: $0.lines, as: UTF8.self) } == before.joined(separator: "\n")
        + "\n")
  }

  @Test("An import into a store that isn't empty is refused")
  func filled() async throws {
    try await fixture.organization()
    let lines = try export(fixture)
    let error = await #expect(throws: AdminError.self) { try await load(lines, into: fixture) }
    #expect(reason(of: error) == "STORE_NOT_EMPTY")
  }

  /// A change to an export, and the reason with which an import refuses it.
  struct Damage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let reason: String
    let change: @Sendable ([String]) -> [String]

    init(
      _ description: String, _ reason: String, _ change: @escaping @Sendable ([String]) -> [String]
    ) {
      (testDescription, self.reason, self.change) = (description, reason, change)
    }

    /// Returns a change of the last record, which only the trailer follows.
    private static func lastLine(_ old: String, _ new: String) -> @Sendable ([String]) -> [String] {
      { lines in
        lines.dropLast(2) + [lines[lines.count - 2].replacing(old, with: new)] + lines.suffix(1)
      }
    }

    static let all = [
      Damage("nothing at all", "NOT_AN_EXPORT") { _ in [] },
      Damage("no header", "NOT_AN_EXPORT") { Array($0.dropFirst()) },
      Damage("without its trailer", "EXPORT_CUT_OFF") { Array($0.dropLast()) },
      Damage("cut off", "EXPORT_CUT_OFF") { Array($0.dropLast(2)) },
      Damage("a newer format", "EXPORT_TOO_NEW") { ["{\"steward_export\":3}"] + $0.dropFirst() },
      Damage("an event missing", "INVALID_FIELDS") { [$0[0]] + $0.dropFirst(2) },
      Damage("a record twice", "INVALID_FIELDS") { lines in
        lines.dropLast(3) + [lines[lines.count - 2], lines[lines.count - 2]] + lines.suffix(1)
      },
      Damage("added to", "EXPORT_CUT_OFF") { $0 + [$0[$0.count - 2]] },
      Damage("torn", "INVALID_FIELDS") { lines in
        lines.dropLast(2) + ["{\"table\":\"workspaces\","] + lines.suffix(1)
      },
      Damage("another name in a record", "EXPORT_FORGED", lastLine("Default", "Defaults")),
      Damage("another number of ids in its header", "EXPORT_FORGED") { lines in
        [lines[0].replacing(#/"id_stamp":"[0-9]+"/#, with: "\"id_stamp\":\"1\"")]
          + lines.dropFirst()
      },
      Damage("another code", "EXPORT_FORGED") { lines in
        lines.dropLast() + ["{\"code\":\"AAAA\"}"]
      },
      Damage("a revision that never was", "INVALID_FIELDS", lastLine(":2,", ":9,")),
      Damage("an unknown field", "INVALID_FIELDS", lastLine("\"name\"", "\"x\"")),
      Damage("an unknown table", "INVALID_FIELDS", lastLine("workspaces", "xs")),
    ]
  }

  @Test("A damaged export is refused, and the store stays empty", arguments: Damage.all)
  func broken(damage: Damage) async throws {
    try await fixture.organization()
    let lines = damage.change(try export(fixture))
    let other = try Fixture()
    let error = await #expect(throws: AdminError.self) { try await load(lines, into: other) }
    #expect(reason(of: error) == damage.reason)
    #expect(try other.store.lastRevision() == 0)
    #expect(try export(other).count == 2)
  }

  /// An import with the stamp 2^64 - 1 once made every later create trap, even after a restart.
  @Test(
    "An import with numbers that leave no room is refused with line and field",
    arguments: [
      (0, #""id_stamp":"[0-9]*""#, #""id_stamp":"18446744073709551615""#, "line 1: "),
      (1, #""revision":"1""#, #""revision":"18446744073709551615""#, "line 2: "),
      (3, #""revision":[0-9]*"#, #""revision":18446744073709551615"#, "line 4: "),
      (3, #""created_at":"[^"]*""#, #""created_at":"9999-12-31T23:59:59-00:01""#, "created_at"),
    ])
  func extremes(line: Int, pattern: String, replacement: String, expected: String) async throws {
    try await fixture.organization()
    var lines = try export(fixture)
    let changed = lines[line].replacing(try Regex(pattern), with: replacement, maxReplacements: 1)
    #expect(changed != lines[line])
    lines[line] = changed
    let other = try Fixture()
    let error = await #expect(throws: AdminError.self) { try await load(lines, into: other) }
    let message = error.map { Status(describing: $0).message } ?? ""
    #expect(message.contains(expected), "\(message)")
    try await other.organization("Still works")
  }

  @Test("A store that accepts an export with changed numbers still works")
  func anyNumber() async throws {
    try await fill()
    let lines = try export(fixture)
    var target = try Fixture()
    for (index, line) in lines.enumerated() {
      for match in line.matches(of: /:"?([0-9]+)"?[,}]/) {
        for extreme in ["-1", "4294967295", "9223372036854775807", "18446744073709551615", "1e99"] {
          var changed = lines
          changed[index].replaceSubrange(
            match.output.1.startIndex..<match.output.1.endIndex, with: extreme)
          guard (try? await load(changed, into: target)) != nil else { continue }
          try await target.organization("Still works")
          target = try Fixture()
        }
      }
    }
    try await target.organization("Still works")
  }

  @Test("A session or an address with an exhausted counter is refused")
  func counters() throws {
    let end = ImportBounds.maximumRefreshes + 1
    for session in [
      SessionRecord(counter: end), SessionRecord(rotations: [RotationRecord(counter: end)]),
    ] {
      let error = #expect(throws: ProtobufError.self) { try ImportBounds.check(session) }
      #expect(error?.path.hasSuffix("counter") == true)
    }
    #expect(throws: ProtobufError.self) {
      try ImportBounds.check(LoginAttemptsRecord(failures: .max))
    }
    try ImportBounds.check(SessionRecord(counter: ImportBounds.maximumRefreshes))
  }

  @Test("The refusal of a line names its number and none of its secrets")
  func lineNumber() async throws {
    try await fixture.organization()
    var lines = try export(fixture)
    lines[3] =
      "{\"table\":\"keys\",\"revision\":1,\"record\":{\"secret_hash\":\"not base64, but secret\"}}"
    let error = await #expect(throws: AdminError.self) {
      try await load(lines, into: try Fixture())
    }
    let message = error.map { Status(describing: $0).message } ?? ""
    #expect(message.hasPrefix("line 4: "))
    #expect(!message.contains("but secret"))
  }

  @Test("An export under another master key is refused, since it can't be verified")
  func otherMasterKey() async throws {
    try await fixture.organization()
    let lines = try export(fixture, masterKey: 1)
    let error = await #expect(throws: AdminError.self) {
      try await load(lines, into: try Fixture(), masterKey: 2)
    }
    #expect(reason(of: error) == "MASTER_KEY_MISMATCH")
    // An empty store may already keep the mark of its key, so the right key needs a new directory.
    #expect(
      error.map { Status(describing: $0).message }
        == "The export was made under another master key, so nothing proves that it is unchanged. "
        + "Import it into a new data directory that has the master key of the exported "
        + "installation. Or, if it holds no API keys, admin keys and invites, and you trust the "
        + "file and everyone who could change it: steward import --unverified")
  }

  @Test("An unverified import is accepted on demand, and the log records it")
  func unverified() async throws {
    try await fixture.organization()
    let lines = try export(fixture, masterKey: 1)
    let other = try Fixture()
    try await load(lines, into: other, masterKey: 2, isVerified: false)
    #expect(try other.store.events(from: 3).map(\.action) == ["store.imported_unverified"])
    try await fill()
    // Records that this installation can't read are of no use to it, so they are refused even here.
    let sealed = try export(fixture, masterKey: 1)
    let error = await #expect(throws: AdminError.self) {
      try await load(sealed, into: try Fixture(), masterKey: 2, isVerified: false)
    }
    #expect(reason(of: error) == "MASTER_KEY_MISMATCH")
    #expect(
      error.map { Status(describing: $0).message }
        == "The export holds API keys, admin keys or invites that were hashed or sealed under "
        + "another master key, so no import under this one accepts it. Import it into a new data "
        + "directory that has the master key of the exported installation.")
  }

  @Test("A check finds a reference to a missing record")
  func dangling() async throws {
    let organization = try await fixture.organization()
    try await fixture.write { tx in
      _ = try AdminSchema.workspaces.insert(
        Workspace(id: "wrkspc_1", organizationId: "gone"), in: &tx)
    }
    let result = try fixture.store.read { tx in try Checks.run(by: .unlimited, in: tx) }
    #expect(result.records == 3)
    #expect(result.findings.map(\.check) == ["reference"])
    #expect(result.findings.first?.message.contains("workspace wrkspc_1") == true)
    #expect(try fixture.list(organization.id, withDefault: true).data.count == 1)
  }
}
