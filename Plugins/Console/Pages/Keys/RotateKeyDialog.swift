import AdminProtos
import AdminServices
import GoogleProtos
import HTML

/// The dialog that gives a key a new secret. It asks how long the old one works on, and then shows
/// the new one, once.
struct RotateKeyDialog: FormPage {
  /// How long the old secret can work on, in seconds.
  private static let overlaps: [(value: String, text: Phrase)] = [
    ("0", .notAtAll), ("3600", .hours(1)), ("86400", .days(1)), ("604800", .days(7)),
    ("2592000", .days(30)),
  ]

  let visit: Visit

  private var address: Address { visit.keysAddress.appending(visit.value("key"), "rotate") }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    let seconds = Int64(visit.form["overlap"]) ?? 0
    let issued = try await KeysClient(visit.host).rotate(
      RotateKeyRequest(
        id: visit.value("key"), overlap: seconds == 0 ? nil : GoogleDuration(seconds: seconds),
        ifMatch: visit.form["etag"]),
      options: visit.changing("rotate"))
    let dialog = KeySecretDialog(visit: visit, issued: issued, action: address).drawing
    return .shown(try await KeysPage(visit: visit).content(dialog: dialog, showsSecret: true))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    let key = try await visit.key()
    let dialog = Dialog(
      action: address, title: visit.text(.rotate(key.shownName)), back: visit.keysAddress,
      verb: .rotateVerb
    ).drawing(in: visit, refusal: refusal) {
      input(.type(.hidden), .name("etag"), .value(key.etag))
      KeySummaryLine(visit: visit, key: key).drawing
      Field(name: "overlap", label: .formerSecretWorks).choice(
        Self.overlaps, value: "0", refusal: refusal, in: visit)
    }
    return try await KeysPage(visit: visit).content(dialog: dialog)
  }
}

/// Which key a dialog is about: its whole id, its hint, and when it was last used.
struct KeySummaryLine: Sendable {
  let visit: Visit
  let key: ApiKey

  var drawing: Markup {
    p {
      code { key.id }
      " · "
      code { key.partialKeyHint }
      " · "
      visit.text(.lastUsed)
      " "
      visit.ago(key.lastUsedAt, orElse: .neverUsed)
    }
  }
}
