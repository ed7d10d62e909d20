import AdminProtos
import AdminServices
import HTML
import WebProtos

/// Activates or deactivates a key, as the last part of the address says. It is done at once, and
/// the notice offers to undo it. Its address, opened by itself, shows the key with the button.
struct SetKeyStatusForm: FormPage {
  let visit: Visit

  private var activates: Bool { visit.request.path.hasSuffix("/activate") }

  func content() async throws -> PageContent { try await KeyPage(visit: visit).content() }

  func content(after refusal: Refusal) async throws -> PageContent {
    try await KeyPage(visit: visit).content(dialog: nil, refusal: refusal)
  }

  func submit() async throws -> FormOutcome {
    let key = try await KeysClient(visit.host).update(
      UpdateKeyRequest(
        id: visit.value("key"), status: activates ? "active" : "inactive",
        organizationId: visit.organization), options: visit.changing("status"))
    return .done(
      visit.keysAddress.marking(
        .row(key.id), activates ? .activated : .deactivated, of: key.id))
  }
}
