import AdminProtos
import AdminServices
import HTML

/// The dialog that archives a workspace: it says which keys stop working.
struct ArchiveWorkspaceDialog: FormPage {
  let visit: Visit

  private var id: String { visit.value("ws") }
  private var list: Address { .organization(visit.organization, "workspaces") }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    _ = try await WorkspacesClient(visit.host).archive(
      ArchiveWorkspaceRequest(
        id: id, ifMatch: visit.form["etag"], organizationId: visit.organization),
      options: visit.changing("archive"))
    return .done(list.marking(nil, .archived))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    let client = WorkspacesClient(visit.host)
    async let preview = client.archive(
      ArchiveWorkspaceRequest(id: id, organizationId: visit.organization, dryRun: true),
      options: visit.reading)
    let workspace = try await client.get(
      GetWorkspaceRequest(id: id, organizationId: visit.organization), options: visit.reading)
    let outcome = try await preview
    let dialog = Dialog(
      action: list.appending(id, "archive"), title: visit.text(.archive(workspace.name)),
      back: list, verb: .archiveWorkspace, isDestructive: true
    ).drawing(in: visit, refusal: refusal) {
      input(.type(.hidden), .name("etag"), .value(workspace.etag))
      p { visit.text(.archivesWorkspace(keys: Int(outcome.endedKeys))) }
      if outcome.endedKeys > 0 {
        p {
          visit.text(.lastUsed)
          " "
          visit.ago(outcome.lastUsedAt, orElse: .neverUsed)
        }
      }
    }
    return try await WorkspacesPage(visit: visit).content(dialog: dialog)
  }
}
