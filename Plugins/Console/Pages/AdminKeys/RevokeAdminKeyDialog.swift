import AdminProtos
import AdminServices
import HTML
import Status

/// The dialog that revokes an admin key: it says what stops.
struct RevokeAdminKeyDialog: FormPage {
  let visit: Visit

  private var id: String { visit.value("key") }
  private var list: Address { .organization(visit.organization, "admin-keys") }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    _ = try await AdminKeysClient(visit.host).revoke(
      RevokeAdminKeyRequest(id: id, ifMatch: visit.form["etag"]),
      options: visit.changing("revoke"))
    return .done(list.marking(.row(id), .revoked))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    let key = try await key()
    let dialog = Dialog(
      action: list.appending(id, "revoke"), title: visit.text(.revokeAdminKey(key.name)),
      back: list, verb: .revokeThisAdminKey, isDestructive: true
    ).drawing(in: visit, refusal: refusal) {
      input(.type(.hidden), .name("etag"), .value(key.etag))
      p { code { key.partialKeyHint } }
      p { visit.text(.programsStop) }
    }
    return try await AdminKeysPage(visit: visit).content(dialog: dialog)
  }

  /// Finds the key by its place in the list, since there is no method that reads one: it follows
  /// the key before it, or is the first.
  private func key() async throws -> AdminKey {
    let client = AdminKeysClient(visit.host)
    let newer = try await client.list(
      ListAdminKeysRequest(
        organizationId: visit.organization, limit: 1, beforeId: id, includeRevoked: true),
      options: visit.reading)
    let found = try await client.list(
      ListAdminKeysRequest(
        organizationId: visit.organization, limit: 1, afterId: newer.data.first?.id ?? "",
        includeRevoked: true),
      options: visit.reading)
    guard let key = found.data.first, key.id == id, key.revokedAt == nil else {
      throw Status.noSuchPage
    }
    return key
  }
}
