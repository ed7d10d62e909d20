import AdminProtos
import GoogleProtos
import IPCProtos
import Store
import Testing
import WellKnownTypes

@testable import AdminModel

@Suite("Admin keys")
struct AdminKeyTests {
  let fixture: AuthFixture

  init() throws { fixture = try AuthFixture() }

  private func create(
    in organization: String, name: String = "CI", lifetime: Duration? = nil,
    by access: Access = AuthFixture.operatorAccess
  ) async throws -> MadeAdminKey {
    try await fixture.write { tx in
      try AdminKeys.create(
        CreateAdminKeyRequest(
          organizationId: organization, name: name, lifetime: lifetime.map(GoogleDuration.init)),
        by: access,
        keys: AuthFixture.keys,
        in: &tx)
    }
  }

  @Test("An admin key has the installation's prefix, and its record holds no part of the secret")
  func secret() async throws {
    try await fixture.write { tx in
      _ = try Installations.claim(
        ClaimRequest(
          organizationName: "Acme", name: "Ada", email: "a@b", adminKeyPrefix: "sk-ant-admin01-"),
        passwordHash: "h", by: AuthFixture.operatorAccess, keys: AuthFixture.keys, in: &tx)
    }
    let organization = try fixture.store.read { tx in
      try Organizations.list(ListOrganizationsRequest(), by: .unlimited, in: tx)
    }.data[0].id
    let made = try await create(in: organization)
    #expect(made.secret.hasPrefix("sk-ant-admin01-"))
    let body = made.secret.dropFirst("sk-ant-admin01-".count)
    #expect(made.key.partialKeyHint == "sk-ant-admin01-\(body.prefix(3))...\(body.suffix(4))")
    let record = try fixture.store.read { tx in
      try AdminSchema.adminKeys.require(made.key.id, in: tx).record
    }
    #expect(!"\(record)".contains(body.dropFirst(3).prefix(20)))
  }

  @Test("An admin key works until it is revoked, and a second revocation changes nothing")
  func revoke() async throws {
    let claimed = try await fixture.claim()
    let id = claimed.adminKeyId
    let revoked = try await fixture.write { tx in
      try (0..<2).map { _ in
        try AdminKeys.revoke(id, ifMatch: "", by: AuthFixture.operatorAccess, in: &tx)
      }
    }
    #expect(revoked[0] == revoked[1])
    #expect(refusal { try fixture.resolve(claimed.adminKey) } == "ADMIN_KEY_OVER")
  }

  @Test("An admin key with a lifetime stops working at its end")
  func lifetime() async throws {
    let organization = try await fixture.claim().organizationId
    let made = try await create(in: organization, lifetime: .seconds(60))
    #expect(try fixture.resolve(made.secret).expiresAt == made.key.expiresAt)
    fixture.pass(seconds: 60)
    #expect(refusal { try fixture.resolve(made.secret) } == "ADMIN_KEY_OVER")
    #expect(
      await refusal { try await create(in: organization, lifetime: .zero) } == "INVALID_FIELDS")
  }

  @Test("A rotated admin key has a new secret, and the former secret works only for the overlap")
  func rotate() async throws {
    let organization = try await fixture.claim().organizationId
    let made = try await create(in: organization)
    let rotated = try await rotate(made.key.id, overlap: .seconds(60))
    #expect(rotated.secret != made.secret && rotated.key.id == made.key.id)
    #expect(rotated.key.partialKeyHint != made.key.partialKeyHint)
    #expect(try fixture.resolve(rotated.secret).expiresAt == nil)
    let former = try fixture.resolve(made.secret)
    #expect(former.expiresAt == rotated.key.formerSecretExpiresAt)
    #expect(former.principal.id == made.key.id)
    fixture.pass(seconds: 60)
    #expect(refusal { try fixture.resolve(made.secret) } == "ADMIN_KEY_OVER")
    #expect(throws: Never.self) { try fixture.resolve(rotated.secret) }
  }

  @Test(
    "An admin key rotated without an overlap works only by its new secret, and keeps its expiry")
  func rotatedAtOnce() async throws {
    let organization = try await fixture.claim().organizationId
    let made = try await create(in: organization, lifetime: .seconds(100))
    let rotated = try await rotate(made.key.id)
    #expect(refusal { try fixture.resolve(made.secret) } == "ADMIN_KEY_OVER")
    #expect(try fixture.resolve(rotated.secret).expiresAt == made.key.expiresAt)
    let again = try await rotate(made.key.id, overlap: .seconds(1000))
    // The secret before the last one no longer works, and no overlap lasts longer than the key.
    #expect(refusal { try fixture.resolve(made.secret) } == "CREDENTIAL_INVALID")
    #expect(try fixture.resolve(rotated.secret).expiresAt == made.key.expiresAt)
    fixture.pass(seconds: 100)
    #expect(refusal { try fixture.resolve(again.secret) } == "ADMIN_KEY_OVER")
    #expect(await refusal { try await rotate(made.key.id) } == "ADMIN_KEY_OVER")
  }

  @Test(
    "A rotation needs an admin of the organization, a working key and an overlap within 30 days")
  func rotationRefused() async throws {
    let claimed = try await fixture.claim()
    let id = claimed.adminKeyId
    let (mine, other) = (claimed.organizationId, try await fixture.organization("Other"))
    #expect(
      await refusal { try await rotate(id, by: .holding(.admin, in: other)) }
        == "ADMIN_KEY_NOT_FOUND")
    #expect(
      await refusal { try await rotate(id, by: .holding(.user, in: mine)) } == "PERMISSION_DENIED")
    #expect(
      await refusal { try await rotate(id, overlap: .seconds(31 * 86_400)) } == "INVALID_FIELDS")
    _ = try await fixture.write { tx in
      try AdminKeys.revoke(id, ifMatch: "", by: AuthFixture.operatorAccess, in: &tx)
    }
    #expect(await refusal { try await rotate(id) } == "ADMIN_KEY_OVER")
  }

  private func rotate(
    _ id: String, overlap: Duration = .zero, by access: Access = AuthFixture.operatorAccess
  ) async throws -> MadeAdminKey {
    try await fixture.write { tx in
      try AdminKeys.rotate(
        RotateAdminKeyRequest(id: id, overlap: GoogleDuration(overlap)), by: access,
        keys: AuthFixture.keys,
        in: &tx)
    }
  }

  @Test(
    "A credential that is no admin key is refused as invalid",
    arguments: ["", "sk-stw-admin01-", "x"])
  func unknown(credential: String) {
    #expect(refusal { try fixture.resolve(credential) } == "CREDENTIAL_INVALID")
  }

  @Test("Only the host and the user who runs it may resolve a credential")
  func resolving() async throws {
    let secret = try await fixture.claim().adminKey
    #expect(throws: Never.self) { try fixture.resolve(secret, by: .operator) }
    for kind in [IPCPrincipal.Kind.user, .adminKey, .plugin, .anonymous] {
      #expect(refusal { try fixture.resolve(secret, by: kind) } == "PERMISSION_DENIED")
    }
  }

  @Test("An admin key administers its own organization and sees no other")
  func scope() async throws {
    let claimed = try await fixture.claim()
    let other = try await fixture.write { tx in
      try Organizations.create(CreateOrganizationRequest(name: "Other"), by: .unlimited, in: &tx).id
    }
    let access = try fixture.access(claimed.adminKey)
    _ = try await create(in: claimed.organizationId, by: access)
    #expect(await refusal { try await create(in: other, by: access) } == "ORGANIZATION_NOT_FOUND")
  }

  @Test("A caller gets their identity with every role")
  func identity() async throws {
    let claimed = try await fixture.claim()
    let tokens = try await fixture.logIn()
    let me = try identity(tokens.accessToken)
    #expect(me.email == "ada@example.com")
    #expect(me.superAdmin)
    #expect(me.organizations.map(\.role) == ["admin"])
    #expect(me.organizations.map(\.name) == ["Acme"])
    let key = try identity(claimed.adminKey)
    #expect(key.id == claimed.adminKeyId)
    #expect(!key.superAdmin)
  }

  private func identity(_ credential: String) throws -> Identity {
    let access = try fixture.access(credential)
    return try fixture.store.read { tx in try Identities.get(access, in: tx) }
  }
}
