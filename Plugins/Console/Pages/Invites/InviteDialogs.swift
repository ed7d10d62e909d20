import AdminProtos
import AdminServices
import HTML
import WebProtos

/// The dialog that renews an invite. The link before stops working, and the new one is shown once.
struct RenewInviteDialog: FormPage {
  let visit: Visit

  private var address: Address { visit.invitesAddress.appending(visit.value("invite"), "renew") }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    let renewed = try await InvitesClient(visit.host).renew(
      RenewInviteRequest(
        id: visit.value("invite"), ifMatch: visit.form["etag"],
        organizationId: visit.organization),
      options: visit.changing("renew"))
    let link = PersonLink(
      visit: visit, title: .invitedPerson(renewed.invite?.email ?? ""), purpose: .sendInvite,
      path: "/console/invite", token: renewed.token, action: address)
    return .shown(
      try await UsersPage(visit: visit).content(dialog: link.drawing, showsSecret: true))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    try visit.require("invites.manage")
    let invite = try await visit.invite()
    let dialog = Dialog(
      action: address, title: visit.text(.renewInviteOf(invite.email)), back: visit.usersAddress,
      verb: .renewVerb
    ).drawing(in: visit, refusal: refusal) {
      input(.type(.hidden), .name("etag"), .value(invite.etag))
      p { visit.text(.renewExplained) }
    }
    return try await UsersPage(visit: visit).content(dialog: dialog)
  }
}

/// The dialog that withdraws an invite. Its link stops working.
struct WithdrawInviteDialog: FormPage {
  let visit: Visit

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    _ = try await InvitesClient(visit.host).delete(
      DeleteInviteRequest(
        id: visit.value("invite"), ifMatch: visit.form["etag"],
        organizationId: visit.organization),
      options: visit.changing("withdraw"))
    return .done(visit.usersAddress.marking(nil, .withdrawn))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    try visit.require("invites.manage")
    let invite = try await visit.invite()
    let dialog = Dialog(
      action: visit.invitesAddress.appending(invite.id, "delete"),
      title: visit.text(.withdrawInviteOf(invite.email)), back: visit.usersAddress,
      verb: .withdrawVerb, isDestructive: true
    ).drawing(in: visit, refusal: refusal) {
      input(.type(.hidden), .name("etag"), .value(invite.etag))
      p { visit.text(.withdrawExplained) }
    }
    return try await UsersPage(visit: visit).content(dialog: dialog)
  }
}

extension Visit {
  /// Reads the invite that the address names.
  fileprivate func invite() async throws -> Invite {
    try await InvitesClient(host).get(
      GetInviteRequest(id: value("invite"), organizationId: organization), options: reading)
  }
}
