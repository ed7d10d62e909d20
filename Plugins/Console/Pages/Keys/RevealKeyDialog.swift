import AdminProtos
import AdminServices
import HTML
import Status

/// The dialog that shows the value of a registered key for a short time. The person gives their
/// password shortly before, and the log records it.
struct RevealKeyDialog: FormPage {
  /// For how many seconds the value can be seen.
  private static let seconds = 30

  let visit: Visit

  private var address: Address { visit.keysAddress.appending(visit.value("key"), "reveal") }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    do {
      // Every time is an event of its own, so no outcome is repeated.
      let revealed = try await KeysClient(visit.host).reveal(
        RevealKeyRequest(id: visit.value("key")), options: visit.reading)
      return .shown(try await draw(revealed))
    } catch let status as Status where status.reason == .passwordRequired {
      return .done(Address("/console/confirm").query("next", address.text))
    }
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    let key = try await visit.key()
    let dialog = Dialog(
      action: address, title: visit.text(.reveal(key.shownName)), back: visit.keysAddress,
      verb: .revealVerb
    ).drawing(in: visit, refusal: refusal) {
      KeySummaryLine(visit: visit, key: key).drawing
      p { visit.text(.revealIsRecorded(Self.seconds)) }
    }
    return try await KeysPage(visit: visit).content(dialog: dialog)
  }

  private func draw(_ revealed: RevealKeyResponse) async throws -> PageContent {
    let key = try await visit.key()
    let dialog = Dialog(
      action: address, title: visit.text(.valueOf(key.shownName)), back: visit.keysAddress,
      verb: .close
    ).telling(in: visit) {
      div(.data("vanish", String(Self.seconds))) {
        SecretField(label: .keyValue, secret: revealed.value, hint: .vanishes(Self.seconds))
          .drawing(in: visit)
      }
    }
    return try await KeysPage(visit: visit).content(dialog: dialog, showsSecret: true)
  }
}
