import AdminProtos
import AdminServices
import HTML

/// The dialog that renames an organization.
struct RenameOrganizationDialog: FormPage {
  let visit: Visit

  private var address: Address { .organization(visit.organization, "edit") }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    let organization = try await OrgsClient(visit.host).update(
      UpdateOrganizationRequest(
        id: visit.organization, name: visit.form.trimmed("name"), ifMatch: visit.form["etag"]),
      options: visit.changing("update"))
    return .done(Address("/console/orgs").marking(.row(organization.id), .saved))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    try visit.require("orgs.update")
    let organization = try await OrgsClient(visit.host).get(
      GetOrganizationRequest(id: visit.organization), options: visit.reading)
    let dialog = Dialog(
      action: address, title: visit.text(.rename(organization.name)), back: "/console/orgs",
      verb: .save
    ).drawing(in: visit, refusal: refusal) {
      input(.type(.hidden), .name("etag"), .value(organization.etag))
      if let refusal, refusal.isConflict {
        p { visit.text(.changedMeanwhile(now: organization.name)) }
      }
      Field(name: "name", label: .name)
        .text(
          value: organization.name, maxlength: 100, refusal: refusal, in: visit, isFirst: true)
    }
    return try await OrganizationsPage(visit: visit).content(dialog: dialog)
  }
}
