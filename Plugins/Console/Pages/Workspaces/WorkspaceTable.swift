import AdminProtos
import HTML

/// The table of workspaces, with what may be done with each.
struct WorkspaceTable: Sendable {
  let visit: Visit

  func drawing(_ workspaces: [Workspace]) -> Markup { table.drawing(workspaces, in: visit) }

  /// Draws what may be done with one workspace, for its own page.
  func links(for workspace: Workspace) -> Markup {
    div(.class("actions")) {
      for action in actions(workspace) { action.drawing(in: visit) }
    }
  }

  private var table: DataTable<Workspace> {
    DataTable(
      caption: .workspaces,
      columns: [
        .init(name: .name) { workspace in
          Markup {
            Swatch(color: workspace.displayColor).drawing
            a(.href(address(workspace))) { bdi { workspace.name } }
            if workspace.isDefault { visit.tag(.defaultWorkspace) }
            if workspace.archivedAt != nil { visit.tag(.archived) }
            code(.class("id")) { workspace.id }
          }
        },
        .init(name: .tags) { TagList(tags: $0.tags).drawing },
        .init(name: .keyNoun, isNumber: true) { .text(String($0.keyCount)) },
        .init(name: .members, isNumber: true) { .text(String($0.memberCount)) },
        .init(name: .residency) { .text($0.dataResidency?.workspaceGeo ?? "") },
        .init(name: .created) { visit.moment($0.createdAt, orElse: .unknownTime) },
      ],
      id: { $0.id }, actions: actions)
  }

  private func actions(_ workspace: Workspace) -> [RowAction] {
    guard workspace.archivedAt == nil else { return [] }
    let (viewer, organization, id) = (visit.viewer, workspace.organizationId, workspace.id)
    var actions: [RowAction] = []
    if viewer.may("keys.issue", in: organization, id) {
      let keys = Address.organization(organization, "keys", "new")
      actions.append(
        RowAction(
          icon: .key, name: .issueKeyIn(workspace.name), address: keys.query("workspace", id)))
    }
    guard !workspace.isDefault else { return actions }
    if viewer.may("workspaces.update", in: organization, id) {
      actions.append(
        RowAction(
          icon: .edit, name: .edit(workspace.name), address: address(workspace).appending("edit")))
    }
    if viewer.may("workspaces.archive", in: organization, id) {
      actions.append(
        RowAction(
          icon: .archive, name: .archive(workspace.name),
          address: address(workspace).appending("archive")))
    }
    return actions
  }

  private func address(_ workspace: Workspace) -> Address {
    .organization(workspace.organizationId, "workspaces", workspace.id)
  }
}

/// The color of a workspace. It only decorates the name beside it.
struct Swatch: Sendable {
  let color: String

  var drawing: Markup {
    svg(.class("swatch"), .ariaHidden()) {
      SVG.rect(.width(32), .height(32), .fill(SVG.Color(hex: color) ?? .currentColor))
    }
  }
}

/// The tags of a workspace, in the order of their names.
struct TagList: Sendable {
  let tags: [String: String]

  var drawing: Markup {
    Markup {
      for (name, value) in tags.sorted(by: { $0.key < $1.key }) {
        span(.class("tag")) { bdi { value.isEmpty ? name : "\(name): \(value)" } }
      }
    }
  }
}
