import AdminProtos
import AdminServices
import HTML

/// The dialog that changes the name of a key and, of an issued one, the networks from which it may
/// be used.
struct EditKeyDialog: FormPage {
  let visit: Visit

  private var page: Address { visit.keysAddress.appending(visit.value("key")) }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    let networks = visit.form["allowed_networks"].split(whereSeparator: \.isWhitespace)
    let hasNetworks = visit.form.isOn("has_networks")
    let key = try await KeysClient(visit.host).update(
      UpdateKeyRequest(
        id: visit.value("key"), name: visit.form.trimmed("name"), ifMatch: visit.form["etag"],
        organizationId: visit.organization,
        allowedNetworks: hasNetworks ? AllowedNetworks(ranges: networks.map(String.init)) : nil),
      options: visit.changing("update"))
    return .done(visit.keysAddress.appending(key.id).marking(nil, .saved))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    let key = try await visit.key()
    let dialog = Dialog(
      action: page.appending("edit"), title: visit.text(.edit(key.shownName)), back: page,
      verb: .save
    ).drawing(in: visit, refusal: refusal) {
      input(.type(.hidden), .name("etag"), .value(key.etag))
      if let refusal, refusal.isConflict { p { visit.text(.changedMeanwhile(now: key.name)) } }
      Field(name: "name", label: .name)
        .text(value: key.name, maxlength: 500, refusal: refusal, in: visit, isFirst: true)
      if key.kind == "issued" { networks(key, refusal) }
    }
    return try await KeyPage(visit: visit).content(dialog: dialog)
  }

  private func networks(_ key: ApiKey, _ refusal: Refusal?) -> Markup {
    let typed = refusal?.fields["allowed_networks"]
    let field = Field(
      name: "allowed_networks", label: .allowedNetworks, hint: .networksHint, isRequired: false)
    return Markup {
      input(.type(.hidden), .name("has_networks"), .value("1"))
      field.control(refusal: refusal, in: visit) { id, described in
        textarea(
          .id(id), .name(field.name), .rows(4), .spellcheck(false), .autocomplete("off"), described,
          text: typed ?? key.allowedNetworks.joined(separator: "\n"))
      }
    }
  }
}
