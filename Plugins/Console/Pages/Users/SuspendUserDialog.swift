import AdminProtos
import AdminServices
import HTML

/// The dialog that suspends a member. Keys and sessions stop at once, and nothing is lost.
struct SuspendUserDialog: FormPage {
  let visit: Visit

  private var id: String { visit.value("user") }
  private var address: Address { visit.usersAddress.appending(id, "suspend") }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    _ = try await UsersClient(visit.host).suspend(
      SuspendUserRequest(
        organizationId: visit.organization, id: id, ifMatch: visit.form["etag"]),
      options: visit.changing("suspend"))
    return .done(visit.usersAddress.marking(.row(id), .suspended))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    let (visit, id) = (visit, id)
    async let preview = visit.load {
      try await UsersClient(visit.host).suspend(
        SuspendUserRequest(organizationId: visit.organization, id: id, dryRun: true),
        options: visit.reading)
    }
    let user = try await visit.user()
    let title = visit.text(.suspend(user.shownName))
    let dialog: Markup
    switch try await preview {
    case .failed(let status):
      dialog = Dialog(action: address, title: title, back: visit.usersAddress, verb: .close)
        .telling(in: visit) { p { visit.text(.refused(status)) } }
    case .value(let outcome):
      dialog = Dialog(
        action: address, title: title, back: visit.usersAddress, verb: .suspendUser,
        isDestructive: true
      ).drawing(in: visit, refusal: refusal) {
        input(.type(.hidden), .name("etag"), .value(user.etag))
        p {
          visit.text(
            .suspendsUser(keys: Int(outcome.stoppedKeys), sessions: Int(outcome.endedSessions)))
        }
      }
    }
    return try await UsersPage(visit: visit).content(dialog: dialog)
  }
}

/// The dialog that gives a suspended member the rights and the keys back.
struct ResumeUserDialog: FormPage {
  let visit: Visit

  private var id: String { visit.value("user") }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    _ = try await UsersClient(visit.host).resume(
      ResumeUserRequest(
        organizationId: visit.organization, id: id, ifMatch: visit.form["etag"]),
      options: visit.changing("resume"))
    return .done(visit.usersAddress.marking(.row(id), .resumed))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    try visit.require("users.manage")
    let user = try await visit.user()
    let dialog = Dialog(
      action: visit.usersAddress.appending(id, "resume"),
      title: visit.text(.resume(user.shownName)), back: visit.usersAddress, verb: .resumeUser
    ).drawing(in: visit, refusal: refusal) {
      input(.type(.hidden), .name("etag"), .value(user.etag))
      p { visit.text(.resumesUser) }
    }
    return try await UsersPage(visit: visit).content(dialog: dialog)
  }
}
