import AdminProtos
import AdminServices
import HTML
import WebProtos

/// The dialog that makes a link by which a member chooses a new password. The link is shown once.
struct ResetUserDialog: FormPage {
  let visit: Visit

  private var id: String { visit.value("user") }
  private var address: Address { visit.usersAddress.appending(id, "reset") }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    let user = try await visit.user()
    let reset = try await AuthClient(visit.host).createPasswordReset(
      CreatePasswordResetRequest(userId: id), options: visit.changing("reset"))
    let link = PersonLink(
      visit: visit, title: .passwordLinkOf(user.shownName), purpose: .sendPasswordLink,
      path: "/console/reset", token: reset.token, action: address)
    return .shown(
      try await UserPage(visit: visit).content(dialog: link.drawing, showsSecret: true))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    try visit.require("users.reset_passwords")
    let user = try await visit.user()
    let dialog = Dialog(
      action: address, title: visit.text(.passwordLinkOf(user.shownName)),
      back: visit.usersAddress.appending(id), verb: .makeLink
    ).drawing(in: visit, refusal: refusal) {
      p { visit.text(.passwordLinkExplained) }
    }
    return try await UserPage(visit: visit).content(dialog: dialog)
  }
}

/// The dialog that ends every session of a member, who may log in again at once.
struct SignOutUserDialog: FormPage {
  let visit: Visit

  private var id: String { visit.value("user") }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    _ = try await SessionsClient(visit.host).revokeAll(
      RevokeAllSessionsRequest(userId: id, organizationId: visit.organization),
      options: visit.changing("sign-out"))
    return .done(visit.usersAddress.marking(.row(id), .signedOut))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    try visit.require("users.manage")
    let user = try await visit.user()
    let dialog = Dialog(
      action: visit.usersAddress.appending(id, "sign-out"),
      title: visit.text(.signOut(user.shownName)), back: visit.usersAddress.appending(id),
      verb: .signOutVerb
    ).drawing(in: visit, refusal: refusal) {
      p { visit.text(.signOutExplained) }
    }
    return try await UserPage(visit: visit).content(dialog: dialog)
  }
}

/// The dialog that links a key that exists to a member.
struct LinkUserKeyDialog: FormPage {
  let visit: Visit

  private var id: String { visit.value("user") }
  private var address: Address { visit.usersAddress.appending(id, "keys", "new") }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    _ = try await KeysClient(visit.host).link(
      LinkKeyRequest(id: visit.form["key_id"], userId: id), options: visit.changing("link"))
    return .done(visit.usersAddress.marking(.row(id), .linked))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    try visit.require("keys.update")
    async let keys = KeySelect.load(isRequired: true, visit)
    let user = try await visit.user()
    let choice = try await keys
    let dialog = Dialog(
      action: address, title: visit.text(.linkKeyTo(user.shownName)), back: visit.usersAddress,
      verb: .linkVerb, above: choice.finding(at: address, in: visit)
    ).drawing(in: visit, refusal: refusal) {
      choice.drawing(refusal: refusal, in: visit)
    }
    return try await UsersPage(visit: visit).content(dialog: dialog)
  }
}
