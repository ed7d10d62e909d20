import AdminProtos
import AdminServices
import HTML

/// The dialog that creates a workspace.
struct CreateWorkspaceDialog: FormPage {
  let visit: Visit

  private var list: Address { .organization(visit.organization, "workspaces") }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    let geo = visit.form["workspace_geo"]
    let workspace = try await WorkspacesClient(visit.host).create(
      CreateWorkspaceRequest(
        organizationId: visit.organization, name: visit.form.trimmed("name"),
        displayColor: WorkspaceForm.color(in: visit.form),
        tags: WorkspaceForm.tags(in: visit.form),
        dataResidency: geo.isEmpty ? nil : DataResidency(workspaceGeo: geo)),
      options: visit.changing("create"))
    return .done(list.marking(.row(workspace.id), .created))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    try visit.require("workspaces.create")
    let dialog = Dialog(
      action: list.appending("new"), title: visit.text(.makeWorkspace), back: list, verb: .create
    ).drawing(in: visit, refusal: refusal) {
      WorkspaceForm(visit: visit, refusal: refusal).fields()
    }
    return try await WorkspacesPage(visit: visit).content(dialog: dialog)
  }
}
