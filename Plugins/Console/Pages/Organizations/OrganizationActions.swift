import AdminProtos
import HTML

/// What the person may do with an organization: four links at most, in its row and on its page.
struct OrganizationActions: Sendable {
  let visit: Visit
  let organization: Organization

  var all: [RowAction] {
    let (viewer, id, name) = (visit.viewer, organization.id, organization.name)
    var actions: [RowAction] = []
    if viewer.may("workspaces.create", in: id) {
      actions.append(
        RowAction(
          icon: .workspace, name: .createWorkspaceIn(name),
          address: .organization(id, "workspaces", "new")))
    }
    if viewer.may("users.manage", in: id) {
      actions.append(
        RowAction(
          icon: .person, name: .addUserTo(name), address: .organization(id, "users", "new")))
    }
    if viewer.may("orgs.update", in: id) {
      actions.append(
        RowAction(icon: .edit, name: .rename(name), address: .organization(id, "edit")))
    }
    if viewer.may("orgs.delete", in: id) {
      actions.append(
        RowAction(icon: .delete, name: .delete(name), address: .organization(id, "delete")))
    }
    return actions
  }
}
