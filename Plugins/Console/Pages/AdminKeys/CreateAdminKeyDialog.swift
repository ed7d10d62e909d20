import AdminProtos
import AdminServices
import GoogleProtos
import HTML
import Status
import WebProtos

/// The dialog that creates an admin key. It then shows the key, once.
struct CreateAdminKeyDialog: FormPage {
  /// For how many days a key may work; 0 for always.
  private static let days = [30, 90, 365, 0]

  let visit: Visit

  private var list: Address { .organization(visit.organization, "admin-keys") }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    let days = Int64(visit.form["days"]) ?? 0
    let created = try await AdminKeysClient(visit.host).create(
      CreateAdminKeyRequest(
        organizationId: visit.organization, name: visit.form.trimmed("name"),
        lifetime: days == 0 ? nil : GoogleDuration(seconds: days * 86_400)),
      options: visit.changing("create"))
    return .shown(try await draw(created))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    try visit.require("admin_keys.manage")
    let dialog = Dialog(
      action: list.appending("new"), title: visit.text(.createAdminKey), back: list, verb: .create
    ).drawing(in: visit, refusal: refusal) {
      p { visit.text(.onlyForPrograms) }
      Field(name: "name", label: .name, hint: .adminKeyNameHint)
        .text(maxlength: 100, refusal: refusal, in: visit, isFirst: true)
      Field(name: "days", label: .adminKeyExpires).choice(
        Self.days.map { (String($0), $0 == 0 ? .adminKeyNeverExpires : .inDays($0)) },
        value: "90", refusal: refusal, in: visit)
    }
    return try await AdminKeysPage(visit: visit).content(dialog: dialog)
  }

  private func draw(_ created: CreatedAdminKey) async throws -> PageContent {
    let dialog = Dialog(
      action: list.appending("new"), title: visit.text(.adminKeyCreated(created.key?.name ?? "")),
      back: created.key.flatMap { .row($0.id) }.map { list.fragment($0) } ?? list,
      verb: .secretIsKept, showsSecret: true
    ).telling(in: visit) {
      SecretField(label: .adminKey, secret: created.secret).drawing(in: visit)
      p { visit.text(.tryAdminKey) }
      pre { code(.class("whole")) { AdminKeyCommand(origin: visit.request.origin).text } }
    }
    return try await AdminKeysPage(visit: visit).content(dialog: dialog, showsSecret: true)
  }
}
