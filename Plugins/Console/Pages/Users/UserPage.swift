import AdminProtos
import AdminServices
import HTML

/// One member of an organization: what is known of them, their keys and, for super admins, their
/// sessions.
struct UserPage: Page {
  private static let newest: Int32 = 20

  let visit: Visit

  private var id: String { visit.value("user") }

  func content() async throws -> PageContent { try await content(dialog: nil) }

  /// Draws the page, with a dialog over it.
  func content(dialog: Markup?, showsSecret: Bool = false) async throws -> PageContent {
    let (visit, id) = (visit, id)
    async let head = OrganizationHead.load(visit)
    async let keys = visit.load {
      try await KeysClient(visit.host).list(
        ListKeysRequest(
          organizationId: visit.organization, limit: Self.newest, userId: id),
        options: visit.reading)
    }
    async let sessions = sessions()
    let user = try await visit.user()
    let (shown, owned, begun) = try await (head, keys, sessions)
    let main = Markup {
      shown.drawing(.users)
      section(.class("panel"), .data("live", "users \(visit.organization)")) {
        div(.class("panel-head")) {
          h1 { bdi { user.shownName } }
          actions(user)
        }
        facts(user).drawing(in: visit)
      }
      if visit.viewer.may("workspace_members.read", in: visit.organization) { workspaces(of: user) }
      section(.class("panel"), .ariaLabelledBy("keys"), .data("live", "keys \(visit.organization)"))
      {
        div(.class("panel-head")) {
          h2(.id("keys")) { visit.text(.keyNoun) }
          a(.href(visit.keysAddress.query("user", id))) { visit.text(.allKeys) }
        }
        visit.part(owned, .keyNoun) { list in
          if list.data.isEmpty {
            p { visit.text(.noKeysOfUser) }
          } else {
            NewestKeys(visit: visit).drawing(list.data)
          }
        }
      }
      if let begun { draw(begun) }
    }
    return PageContent(
      title: "\(user.shownName) · \(shown.organization.name)", section: .users, main: main,
      dialog: dialog, showsSecret: showsSecret)
  }

  private func sessions() async throws -> Loaded<ListSessionsResponse>? {
    let (visit, id) = (visit, id)
    guard visit.viewer.identity.superAdmin else { return nil }
    return try await visit.load {
      try await SessionsClient(visit.host).list(
        ListSessionsRequest(userId: id, limit: Self.newest), options: visit.reading)
    }
  }

  private func facts(_ user: User) -> Facts {
    var facts = Facts()
    facts.add(.email, bdi { user.email })
    facts.add(.userID, visit.copyable(user.id, named: .userID))
    facts.add(.role, visit.tag(.role(user.role)))
    if user.isSuperAdmin { facts.add(.inInstallation, visit.tag(.superAdmin)) }
    if let suspended = user.suspendedAt {
      facts.add(.suspendedSince, visit.moment(suspended, orElse: .unknownTime))
    }
    facts.add(.keyNoun, String(user.keyCount))
    facts.add(.lastLogin, visit.ago(user.lastLoginAt, orElse: .never))
    facts.add(.added, visit.moment(user.addedAt, orElse: .unknownTime))
    if user.unclaimed { facts.add(.password, visit.text(.withoutPassword)) }
    return facts
  }

  private func workspaces(of user: User) -> Markup {
    section(
      .class("panel"), .ariaLabelledBy("workspaces"),
      .data("live", "workspaces \(visit.organization)")
    ) {
      h2(.id("workspaces")) { visit.text(.workspaceNoun) }
      if user.workspaces.isEmpty {
        p { visit.text(.noWorkspacesOfUser) }
      } else {
        ul(.class("plain-list")) {
          for workspace in user.workspaces {
            li {
              a(.href(.organization(visit.organization, "workspaces", workspace.id))) {
                bdi { workspace.name }
              }
              " "
              visit.tag(.role(workspace.role))
            }
          }
        }
      }
    }
  }

  private func actions(_ user: User) -> Markup {
    let (viewer, address) = (visit.viewer, visit.usersAddress.appending(user.id))
    return div(.class("actions")) {
      for action in UserTable(visit: visit).actions(user) { action.drawing(in: visit) }
      if viewer.may("users.reset_passwords", in: visit.organization) {
        a(.class("button"), .href(address.appending("reset")), .data("dialog")) {
          visit.text(.passwordLink)
        }
      }
      if viewer.may("users.manage", in: visit.organization) {
        a(.class("button"), .href(address.appending("sign-out")), .data("dialog")) {
          visit.text(.signOutVerb)
        }
      }
    }
  }

  private func draw(_ sessions: Loaded<ListSessionsResponse>) -> Markup {
    section(.class("panel"), .ariaLabelledBy("sessions")) {
      h2(.id("sessions")) { visit.text(.sessions) }
      visit.part(sessions, .sessions) { list in
        if list.data.isEmpty {
          p { visit.text(.noSessions) }
        } else {
          SessionList(visit: visit).reading(list.data)
        }
      }
    }
  }
}

extension Visit {
  /// Reads the member that the address names.
  func user() async throws -> User {
    try await UsersClient(host).get(
      GetUserRequest(organizationId: organization, id: value("user")), options: reading)
  }
}
