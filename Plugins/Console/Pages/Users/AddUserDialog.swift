import AdminProtos
import AdminServices
import HTML
import WebProtos

/// The dialog that invites a person, or adds one at once with a key. Both lead to a link for the
/// person, which is shown once.
struct AddUserDialog: FormPage {
  let visit: Visit

  private var mayAdd: Bool { visit.viewer.may("users.manage", in: visit.organization) }
  private var mayInvite: Bool { visit.viewer.may("invites.manage", in: visit.organization) }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    visit.form["way"] == "add" ? try await add() : try await invite()
  }

  private func invite() async throws -> FormOutcome {
    let created = try await InvitesClient(visit.host).create(
      CreateInviteRequest(
        organizationId: visit.organization, email: visit.form["email"].halfWidth,
        role: visit.form["role"]),
      options: visit.changing("invite"))
    let link = PersonLink(
      visit: visit, title: .invitedPerson(created.invite?.email ?? ""), purpose: .sendInvite,
      path: "/console/invite", token: created.token, action: visit.addUserAddress)
    return .shown(
      try await UsersPage(visit: visit).content(dialog: link.drawing, showsSecret: true))
  }

  private func add() async throws -> FormOutcome {
    let user = try await UsersClient(visit.host).add(
      AddUserRequest(
        organizationId: visit.organization, email: visit.form["email"].halfWidth,
        name: visit.form.trimmed("name"), role: visit.form["role"], keyId: visit.form["key_id"]),
      options: visit.changing("add"))
    // Who has an account logs in with its password.
    guard user.unclaimed else {
      return .done(visit.usersAddress.marking(.row(user.id), .added))
    }
    let reset = try await visit.load {
      try await AuthClient(visit.host).createPasswordReset(
        CreatePasswordResetRequest(userId: user.id), options: visit.changing("password"))
    }
    // The person is there, whatever became of the link. Another admin may be able to make it.
    guard let reset = reset.value else {
      return .done(visit.usersAddress.marking(.row(user.id), .addedWithoutPassword))
    }
    let link = PersonLink(
      visit: visit, title: .addedPerson(user.shownName), purpose: .sendFirstPassword,
      path: "/console/reset", token: reset.token, action: visit.addUserAddress)
    return .shown(
      try await UsersPage(visit: visit).content(dialog: link.drawing, showsSecret: true))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    if !mayInvite { try visit.require("users.manage") }
    let keys: KeySelect? =
      mayAdd && visit.viewer.may("keys.update", in: visit.organization)
      ? try await KeySelect.load(visit) : nil
    let dialog = Dialog(
      action: visit.addUserAddress, title: visit.text(.addOrInvite), back: visit.usersAddress,
      verb: .addUser, above: keys?.finding(at: visit.addUserAddress, in: visit) ?? .nothing
    ).drawing(in: visit, refusal: refusal) {
      Field(name: "way", label: .way).radios(
        ways, value: ways[0].value, refusal: refusal, in: visit)
      Field(name: "email", label: .email)
        .text(.email, maxlength: 254, refusal: refusal, in: visit, isFirst: true)
      RoleSelect().drawing(refusal: refusal, in: visit)
      if mayAdd {
        fieldset {
          legend { visit.text(.onlyIfAdded) }
          Field(name: "name", label: .name, isRequired: false)
            .text(maxlength: 100, refusal: refusal, in: visit)
          keys?.drawing(refusal: refusal, in: visit)
        }
      }
    }
    return try await UsersPage(visit: visit).content(dialog: dialog)
  }

  private var ways: [(value: String, text: Phrase)] {
    let ways: [(value: String, text: Phrase)?] = [
      mayInvite ? (value: "invite", text: .byInvite) : nil,
      mayAdd ? (value: "add", text: .addNow) : nil,
    ]
    return ways.compactMap(\.self)
  }
}
