import AdminProtos
import AdminServices
import HTML

/// The roles that a person can give in a workspace, with what each may do.
enum WorkspaceRoleChoice {
  static let all: [(value: String, text: Phrase)] = [
    ("workspace_user", .workspaceUserRole), ("workspace_developer", .workspaceDeveloperRole),
    ("workspace_restricted_developer", .workspaceRestrictedDeveloperRole),
    ("workspace_admin", .workspaceAdminRole),
  ]
}

/// The dialog that adds a member of the organization to a workspace.
struct AddWorkspaceMemberDialog: FormPage {
  let visit: Visit

  private var workspace: Address {
    .organization(visit.organization, "workspaces", visit.value("ws"))
  }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    let member = try await WorkspaceMembersClient(visit.host).add(
      AddWorkspaceMemberRequest(
        workspaceId: visit.value("ws"), userId: visit.form["user_id"],
        workspaceRole: visit.form["workspace_role"], organizationId: visit.organization),
      options: visit.changing("add"))
    return .done(workspace.marking(.row(member.userId), .added))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    let users = try await UsersClient(visit.host).list(
      ListUsersRequest(
        organizationId: visit.organization, limit: 100, query: visit.query.trimmed("find")),
      options: visit.reading)
    let choices = users.data.map { user in
      (value: user.id, text: Phrase(verbatim: "\(user.name) · \(user.email)"))
    }
    let dialog = Dialog(
      action: workspace.appending("members", "new"), title: visit.text(.addMember),
      back: workspace, verb: .addMember
    ).drawing(in: visit, refusal: refusal) {
      Field(name: "user_id", label: .user)
        .choice(choices, value: "", refusal: refusal, in: visit)
      if users.hasMore { p(.class("hint")) { visit.text(.onlyNewestUsers) } }
      Field(name: "workspace_role", label: .role)
        .choice(WorkspaceRoleChoice.all, value: "workspace_user", refusal: refusal, in: visit)
    }
    return try await WorkspacePage(visit: visit).content(dialog: dialog)
  }
}

/// The dialog that changes a member's role in a workspace.
struct EditWorkspaceMemberDialog: FormPage {
  let visit: Visit

  private var workspace: Address {
    .organization(visit.organization, "workspaces", visit.value("ws"))
  }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    let member = try await WorkspaceMembersClient(visit.host).update(
      UpdateWorkspaceMemberRequest(
        workspaceId: visit.value("ws"), userId: visit.value("user"),
        workspaceRole: visit.form["workspace_role"], ifMatch: visit.form["etag"],
        organizationId: visit.organization),
      options: visit.changing("update"))
    return .done(workspace.marking(.row(member.userId), .saved))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    let member = try await visit.workspaceMember()
    let dialog = Dialog(
      action: workspace.appending("members", member.userId, "edit"),
      title: visit.text(.changeRoleOf(member.shownName)), back: workspace, verb: .save
    ).drawing(in: visit, refusal: refusal) {
      input(.type(.hidden), .name("etag"), .value(member.etag))
      if let refusal, refusal.isConflict {
        p {
          visit.text(
            .changedMeanwhile(now: visit.text(.role(member.workspaceRole))))
        }
      }
      Field(name: "workspace_role", label: .role).choice(
        WorkspaceRoleChoice.all, value: member.workspaceRole, refusal: refusal, in: visit)
    }
    return try await WorkspacePage(visit: visit).content(dialog: dialog)
  }
}

/// The dialog that removes a member from a workspace.
struct RemoveWorkspaceMemberDialog: FormPage {
  let visit: Visit

  private var workspace: Address {
    .organization(visit.organization, "workspaces", visit.value("ws"))
  }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    _ = try await WorkspaceMembersClient(visit.host).remove(
      RemoveWorkspaceMemberRequest(
        workspaceId: visit.value("ws"), userId: visit.value("user"), ifMatch: visit.form["etag"],
        organizationId: visit.organization),
      options: visit.changing("remove"))
    return .done(workspace.marking(nil, .removed))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    let member = try await visit.workspaceMember()
    let dialog = Dialog(
      action: workspace.appending("members", member.userId, "remove"),
      title: visit.text(.remove(member.shownName)), back: workspace, verb: .removeMember,
      isDestructive: true
    ).drawing(in: visit, refusal: refusal) {
      input(.type(.hidden), .name("etag"), .value(member.etag))
      p { visit.text(.staysInOrganization) }
    }
    return try await WorkspacePage(visit: visit).content(dialog: dialog)
  }
}

extension Visit {
  /// Reads the member of a workspace that the address names.
  fileprivate func workspaceMember() async throws -> WorkspaceMember {
    try await WorkspaceMembersClient(host).get(
      GetWorkspaceMemberRequest(
        workspaceId: value("ws"), userId: value("user"), organizationId: organization),
      options: reading)
  }
}

extension WorkspaceMember {
  fileprivate var shownName: String { name.isEmpty ? email : name }
}
