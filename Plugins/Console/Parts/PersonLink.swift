import HTML
import WebProtos

/// The dialog that shows a link for a person, once. Steward sends no mail. The token stands in the
/// fragment of the address, which browsers don't send.
struct PersonLink: Sendable {
  let visit: Visit
  let title: Phrase
  /// What to do with the link, and for how long it works.
  let purpose: Phrase
  let path: StaticString
  let token: String
  /// The dialog whose form led here.
  let action: Address

  var drawing: Markup {
    Dialog(
      action: action, title: visit.text(title), back: visit.usersAddress, verb: .linkIsSent,
      showsSecret: true
    ).telling(in: visit) {
      SecretField(
        label: .personLink, secret: "\(visit.request.origin)\(path)#\(token)"
      ).drawing(in: visit)
      p { visit.text(purpose) }
    }
  }
}
