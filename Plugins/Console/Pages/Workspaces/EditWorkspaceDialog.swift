import AdminProtos
import AdminServices
import HTML

/// The dialog that changes a workspace.
struct EditWorkspaceDialog: FormPage {
  let visit: Visit

  private var id: String { visit.value("ws") }
  private var list: Address { .organization(visit.organization, "workspaces") }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    let tags = WorkspaceForm.tags(in: visit.form)
    let former = visit.form.values("former_tag")
    let workspace = try await WorkspacesClient(visit.host).update(
      UpdateWorkspaceRequest(
        id: id, name: visit.form.trimmed("name"),
        displayColor: WorkspaceForm.color(in: visit.form), tags: tags,
        removeTags: former.filter { tags[$0] == nil }, ifMatch: visit.form["etag"],
        organizationId: visit.organization),
      options: visit.changing("update"))
    return .done(list.marking(.row(workspace.id), .saved))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    let workspace = try await WorkspacesClient(visit.host).get(
      GetWorkspaceRequest(id: id, organizationId: visit.organization), options: visit.reading)
    let dialog = Dialog(
      action: list.appending(id, "edit"), title: visit.text(.edit(workspace.name)), back: list,
      verb: .save
    ).drawing(in: visit, refusal: refusal) {
      input(.type(.hidden), .name("etag"), .value(workspace.etag))
      for tag in workspace.tags.keys.sorted() {
        input(.type(.hidden), .name("former_tag"), .value(tag))
      }
      if let refusal, refusal.isConflict {
        p { visit.text(.changedMeanwhile(now: workspace.name)) }
      }
      WorkspaceForm(visit: visit, refusal: refusal, workspace: workspace).fields()
    }
    return try await WorkspacesPage(visit: visit).content(dialog: dialog)
  }
}
