import AdminProtos
import AdminServices
import HTML

/// The dialog that archives a key for good. It says what stops working.
struct ArchiveKeyDialog: FormPage {
  let visit: Visit

  private var id: String { visit.value("key") }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    _ = try await KeysClient(visit.host).revoke(
      RevokeKeyRequest(id: id, ifMatch: visit.form["etag"]), options: visit.changing("archive"))
    return .done(visit.keysAddress.marking(nil, .archived))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    async let preview = KeysClient(visit.host).revoke(
      RevokeKeyRequest(id: id, dryRun: true), options: visit.reading)
    let key = try await visit.key()
    let outcome = try await preview
    let dialog = Dialog(
      action: visit.keysAddress.appending(id, "archive"),
      title: visit.text(.archive(key.shownName)), back: visit.keysAddress, verb: .archiveKey,
      isDestructive: true
    ).drawing(in: visit, refusal: refusal) {
      input(.type(.hidden), .name("etag"), .value(key.etag))
      KeySummaryLine(visit: visit, key: outcome).drawing
      p { visit.text(key.status == "active" ? .archivesKeys(1) : .archivesIdleKey) }
    }
    return try await KeysPage(visit: visit).content(dialog: dialog)
  }
}
