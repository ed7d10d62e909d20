import AdminProtos
import AdminServices
import HTML

/// The dialog that deletes an organization: it shows what goes with it, and asks for the exact
/// name.
struct DeleteOrganizationDialog: FormPage {
  let visit: Visit

  private var address: Address { .organization(visit.organization, "delete") }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    _ = try await OrgsClient(visit.host).delete(
      DeleteOrganizationRequest(
        id: visit.organization, confirmName: visit.form.trimmed("confirm_name"),
        ifMatch: visit.form["etag"]),
      options: visit.changing("delete"))
    return .done(Address("/console/orgs").marking(nil, .deleted))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    let client = OrgsClient(visit.host)
    async let preview = client.delete(
      DeleteOrganizationRequest(id: visit.organization, dryRun: true), options: visit.reading)
    let organization = try await client.get(
      GetOrganizationRequest(id: visit.organization), options: visit.reading)
    let deleted = try await preview.deleted
    let dialog = Dialog(
      action: address, title: visit.text(.delete(organization.name)), back: "/console/orgs",
      verb: .deleteOrganization, isDestructive: true
    ).drawing(in: visit, refusal: refusal) {
      input(.type(.hidden), .name("etag"), .value(organization.etag))
      p { visit.text(.deletesOrganization(organization.name, deleted)) }
      ul {
        for (kind, count) in deleted.sorted(by: { $0.key < $1.key }) where kind != "organization" {
          li { visit.text(.counted(kind, Int(count))) }
        }
      }
      Field(name: "confirm_name", label: .typeName(organization.name))
        .text(maxlength: 100, refusal: refusal, in: visit, match: organization.name)
    }
    return try await OrganizationsPage(visit: visit).content(dialog: dialog)
  }
}
