import AdminProtos
import AdminServices
import HTML

/// One workspace: what is known of it, its members, and its newest keys.
struct WorkspacePage: Page {
  let visit: Visit

  private var id: String { visit.value("ws") }
  private var address: Address { .organization(visit.organization, "workspaces", id) }

  func content() async throws -> PageContent { try await content(dialog: nil) }

  /// Draws the page, with a dialog over it.
  func content(dialog: Markup?) async throws -> PageContent {
    let (organization, id, place) = (visit.organization, id, ListPlace(visit))
    async let head = OrganizationHead.load(visit)
    async let members = visit.load {
      try await WorkspaceMembersClient(visit.host).list(
        ListWorkspaceMembersRequest(
          workspaceId: id, limit: place.size, afterId: place.after, beforeId: place.before,
          organizationId: organization),
        options: visit.reading)
    }
    async let keys = visit.load {
      try await KeysClient(visit.host).list(
        ListKeysRequest(organizationId: organization, limit: 10, workspaceId: id),
        options: visit.reading)
    }
    let workspace = try await WorkspacesClient(visit.host).get(
      GetWorkspaceRequest(id: id, organizationId: organization), options: visit.reading)
    let (shown, people, secrets) = try await (head, members, keys)
    let main = Markup {
      shown.drawing(.workspaces)
      facts(workspace)
      memberPanel(workspace, people, place)
      keyPanel(workspace, secrets)
    }
    return PageContent(
      title: "\(workspace.name) · \(shown.organization.name)", section: .organizations,
      main: main, dialog: dialog)
  }

  private func facts(_ workspace: Workspace) -> Markup {
    var facts = Facts()
    facts.add(.workspaceID, visit.copyable(workspace.id, named: .workspaceID))
    facts.add(.created, visit.moment(workspace.createdAt, orElse: .unknownTime))
    if let archived = workspace.archivedAt {
      facts.add(.archivedSince, visit.moment(archived, orElse: .unknownTime))
    }
    facts.add(.residency, workspace.dataResidency?.workspaceGeo ?? "")
    facts.add(.keyNoun, String(workspace.keyCount))
    facts.add(.members, String(workspace.memberCount))
    if !workspace.tags.isEmpty { facts.add(.tags, TagList(tags: workspace.tags).drawing) }
    return section(.class("panel"), .data("live", "workspaces \(visit.organization)")) {
      div(.class("panel-head")) {
        h1 {
          Swatch(color: workspace.displayColor).drawing
          bdi { workspace.name }
        }
        WorkspaceTable(visit: visit).links(for: workspace)
      }
      facts.drawing(in: visit)
    }
  }

  private func memberPanel(
    _ workspace: Workspace, _ members: Loaded<ListWorkspaceMembersResponse>, _ place: ListPlace
  ) -> Markup {
    section(.class("panel"), .data("live", "workspaces \(visit.organization)")) {
      div(.class("panel-head")) {
        h2 { visit.text(.members) }
        if mayManage(workspace) {
          a(.class("button"), .href(address.appending("members", "new")), .data("dialog", "n")) {
            Icon.add.drawing
            visit.text(.addMember)
          }
        }
      }
      p(.class("hint")) { visit.text(.inheritedMembers) }
      visit.part(members, .members) { list in
        if list.data.isEmpty {
          EmptyState(text: .noWorkspaceMembers).drawing(in: visit)
        } else {
          memberTable(workspace).drawing(list.data, in: visit)
        }
        Pager(
          place: place, shown: list.data.count, hasMore: list.hasMore, first: list.firstId,
          last: list.lastId, total: Int(workspace.memberCount)
        ).drawing(in: visit)
      }
    }
  }

  private func memberTable(_ workspace: Workspace) -> DataTable<WorkspaceMember> {
    DataTable(
      caption: .members,
      columns: [
        .init(name: .name) { member in
          a(.href(.organization(visit.organization, "users", member.userId))) {
            bdi { member.name.isEmpty ? member.email : member.name }
          }
        },
        .init(name: .email) { .text($0.email) },
        .init(name: .role) { visit.tag(.role($0.workspaceRole)) },
        .init(name: .added) { visit.moment($0.addedAt, orElse: .unknownTime) },
      ],
      id: { $0.userId },
      actions: { member in
        guard mayManage(workspace) else { return [] }
        let name = member.name.isEmpty ? member.email : member.name
        let one = address.appending("members", member.userId)
        return [
          RowAction(icon: .edit, name: .changeRoleOf(name), address: one.appending("edit")),
          RowAction(icon: .delete, name: .remove(name), address: one.appending("remove")),
        ]
      })
  }

  private func keyPanel(_ workspace: Workspace, _ keys: Loaded<ListKeysResponse>) -> Markup {
    section(.class("panel"), .data("live", "keys \(visit.organization)")) {
      div(.class("panel-head")) {
        h2 { visit.text(.newestKeys) }
        a(
          .href(
            Address.organization(visit.organization, "keys").query("workspace", workspace.id))
        ) { visit.text(.allKeys) }
      }
      visit.part(keys, .apiKeys) { list in
        if list.data.isEmpty {
          EmptyState(text: .noKeysHere).drawing(in: visit)
        } else {
          NewestKeys(visit: visit).drawing(list.data)
        }
      }
    }
  }

  private func mayManage(_ workspace: Workspace) -> Bool {
    workspace.archivedAt == nil && !workspace.isDefault
      && visit.viewer.may("workspace_members.manage", in: visit.organization, id)
  }
}
