import AdminProtos
import AdminServices
import HTML

/// The dialog that changes the role of a member, and the name.
struct EditUserDialog: FormPage {
  let visit: Visit

  private var id: String { visit.value("user") }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    let (role, name) = (visit.form["role"], visit.form.trimmed("name"))
    let user = try await UsersClient(visit.host).update(
      UpdateUserRequest(
        organizationId: visit.organization, id: id,
        role: role == visit.form["former_role"] ? nil : role,
        name: name == visit.form["former_name"] ? nil : name, ifMatch: visit.form["etag"]),
      options: visit.changing("edit"))
    return .done(visit.usersAddress.marking(.row(user.id), .saved))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    try visit.require("users.manage")
    let user = try await visit.user()
    let dialog = Dialog(
      action: visit.usersAddress.appending(id, "edit"),
      title: visit.text(.changeRoleOf(user.shownName)), back: visit.usersAddress, verb: .save
    ).drawing(in: visit, refusal: refusal) {
      input(.type(.hidden), .name("etag"), .value(user.etag))
      // What was there is sent too, so that only what was changed is asked for.
      input(.type(.hidden), .name("former_role"), .value(user.role))
      input(.type(.hidden), .name("former_name"), .value(user.name))
      if let refusal, refusal.isConflict {
        p { visit.text(.changedMeanwhile(now: visit.text(.role(user.role)))) }
      }
      RoleSelect(chosen: user.role).drawing(refusal: refusal, in: visit)
      Field(name: "name", label: .name, hint: .nameIsEverywhere, isRequired: false)
        .text(value: user.name, maxlength: 100, refusal: refusal, in: visit)
    }
    return try await UsersPage(visit: visit).content(dialog: dialog)
  }
}
