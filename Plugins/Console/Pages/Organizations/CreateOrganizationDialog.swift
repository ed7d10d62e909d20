import AdminProtos
import AdminServices
import HTML

/// The dialog that creates an organization. It asks for a name and nothing else.
struct CreateOrganizationDialog: FormPage {
  let visit: Visit

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    let organization = try await OrgsClient(visit.host).create(
      CreateOrganizationRequest(name: visit.form.trimmed("name")),
      options: visit.changing("create"))
    return .done(Address("/console/orgs").marking(.row(organization.id), .created))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    try visit.require("orgs.create")
    let dialog = Dialog(
      action: "/console/orgs/new", title: visit.text(.createOrganization), back: "/console/orgs",
      verb: .create
    ).drawing(in: visit, refusal: refusal) {
      Field(name: "name", label: .name)
        .text(maxlength: 100, refusal: refusal, in: visit, isFirst: true)
    }
    return try await OrganizationsPage(visit: visit).content(dialog: dialog)
  }
}
