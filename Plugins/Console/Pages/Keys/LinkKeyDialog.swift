import AdminProtos
import AdminServices
import HTML

/// The dialog that links a key to a person, or takes it from its owner.
struct LinkKeyDialog: FormPage {
  let visit: Visit

  private var address: Address { visit.keysAddress.appending(visit.value("key"), "link") }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    let key = try await KeysClient(visit.host).link(
      LinkKeyRequest(
        id: visit.value("key"), userId: visit.form["user_id"], ifMatch: visit.form["etag"]),
      options: visit.changing("link"))
    return .done(
      visit.keysAddress.marking(.row(key.id), key.userId.isEmpty ? .unlinked : .linked))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    async let members = MemberSelect.load(
      Field(name: "user_id", label: .owner, hint: .noOwnerUnlinks, isRequired: false), visit)
    let key = try await visit.key()
    let choice = try await members
    let dialog = Dialog(
      action: address, title: visit.text(.linkKey(key.shownName)), back: visit.keysAddress,
      verb: .save, above: choice.finding(at: address, in: visit)
    ).drawing(in: visit, refusal: refusal) {
      input(.type(.hidden), .name("etag"), .value(key.etag))
      KeySummaryLine(visit: visit, key: key).drawing
      if let refusal, refusal.isConflict {
        p {
          visit.text(
            .changedMeanwhile(
              now: key.userId.isEmpty ? visit.text(.noOwner) : key.ownerName))
        }
      }
      choice.drawing(chosen: key.userId, refusal: refusal, in: visit)
    }
    return try await KeysPage(visit: visit).content(dialog: dialog)
  }
}
