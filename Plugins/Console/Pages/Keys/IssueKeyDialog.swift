import AdminProtos
import AdminServices
import GoogleProtos
import HTML
import WebProtos

/// The dialog that issues a key. It then shows the secret, once.
struct IssueKeyDialog: FormPage {
  /// For how many days a key may work; 0 for always.
  private static let days = [30, 90, 365, 0]

  let visit: Visit

  private var address: Address { visit.keysAddress.appending("new") }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    let (days, user) = (Int64(visit.form["days"]) ?? 0, visit.form["user_id"])
    let issued = try await KeysClient(visit.host).issue(
      IssueKeyRequest(
        workspaceId: visit.form["workspace_id"], organizationId: visit.organization,
        name: visit.form.trimmed("name"), userId: user, withoutOwner: user.isEmpty,
        lifetime: days == 0 ? nil : GoogleDuration(seconds: days * 86_400)),
      options: visit.changing("issue"))
    let dialog = KeySecretDialog(visit: visit, issued: issued, action: address).drawing
    return .shown(try await KeysPage(visit: visit).content(dialog: dialog, showsSecret: true))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    async let members = MemberSelect.load(
      Field(name: "user_id", label: .owner, hint: .ownerHint, isRequired: false), visit)
    let workspaces = try await WorkspacesClient(visit.host).list(
      ListWorkspacesRequest(
        organizationId: visit.organization, limit: RecordSelect.maximum, includeDefault: true),
      options: visit.reading
    ).data.filter { visit.viewer.may("keys.issue", in: visit.organization, $0.id) }
    let owners = try await members
    let preset = visit.query["workspace"]
    let first = workspaces.first { $0.isDefault } ?? workspaces.first
    let dialog = Dialog(
      action: address, title: visit.text(.issueKey), back: visit.keysAddress, verb: .issueKey,
      above: owners.finding(at: address, in: visit)
    ).drawing(in: visit, refusal: refusal) {
      Field(name: "name", label: .name)
        .text(maxlength: 500, refusal: refusal, in: visit, isFirst: true)
      Field(name: "workspace_id", label: .workspace).choice(
        choices(workspaces, preset), value: preset.isEmpty ? first?.id ?? "" : preset,
        refusal: refusal, in: visit)
      Field(name: "days", label: .expires).choice(
        Self.days.map { (String($0), $0 == 0 ? .neverExpires : .inDays($0)) }, value: "90",
        refusal: refusal, in: visit)
      owners.drawing(refusal: refusal, in: visit)
    }
    return try await KeysPage(visit: visit).content(dialog: dialog)
  }

  /// The workspaces to choose from. The one from which the person comes is among them, even if it is
  /// older than those that fit.
  private func choices(
    _ workspaces: [Workspace], _ preset: String
  ) -> [(value: String, text: Phrase)] {
    let known = workspaces.map { (value: $0.id, text: Phrase(verbatim: $0.name)) }
    guard !preset.isEmpty, !workspaces.contains(where: { $0.id == preset }) else { return known }
    return [(value: preset, text: Phrase(verbatim: preset))] + known
  }
}

/// The dialog that shows the secret of a new or rotated key, once.
struct KeySecretDialog: Sendable {
  let visit: Visit
  let issued: IssuedKey
  /// The dialog whose form led here.
  let action: Address

  var drawing: Markup {
    let key = issued.key ?? ApiKey()
    let list = visit.keysAddress
    return Dialog(
      action: action, title: visit.text(.secretOf(key.shownName)),
      back: ElementID.row(key.id).map { list.fragment($0) } ?? list, verb: .secretIsKept,
      showsSecret: true
    ).telling(in: visit) {
      SecretField(label: .apiKey, secret: issued.secret).drawing(in: visit)
      p { visit.text(.tryKey) }
      pre { code(.class("whole")) { command } }
    }
  }

  /// A command line that uses the key. The key is in a variable of the shell, so that it is in its
  /// field alone.
  private var command: String {
    "curl \(visit.request.origin)/rpc/Keys/Verify -H \"authorization: Bearer "
      + "$STEWARD_ADMIN_KEY\" -d \"{\\\"secret\\\": \\\"$API_KEY\\\"}\""
  }
}
