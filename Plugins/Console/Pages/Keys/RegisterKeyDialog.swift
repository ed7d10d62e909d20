import AdminProtos
import AdminServices
import HTML
import Status

/// The dialog that registers a key of another service. It asks for the id and the value, and
/// nothing else: the hint serves as the name, and the owner is offered afterwards.
struct RegisterKeyDialog: FormPage {
  let visit: Visit

  private var address: Address { visit.keysAddress.appending("register") }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    let id = visit.form["id"].pasted
    do {
      let key = try await KeysClient(visit.host).register(
        RegisterKeyRequest(
          id: id, value: visit.form["value"].pasted, workspaceId: visit.form["workspace_id"],
          organizationId: visit.organization, withoutOwner: true),
        options: visit.changing("register"))
      return .done(visit.keysAddress.marking(.row(key.id), .registered, of: key.id))
    } catch let status as Status where status.code == .alreadyExists {
      throw status.ofRegisteredField(id)
    }
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    let known = try await knownKey(refusal)
    let workspace = refusal?.fields["workspace_id"] ?? visit.query["workspace"]
    let dialog = Dialog(
      action: address, title: visit.text(.registerKey), back: visit.keysAddress,
      verb: .registerKey
    ).drawing(in: visit, refusal: refusal) {
      input(.type(.hidden), .name("workspace_id"), .value(workspace))
      if let known {
        p {
          a(.href(visit.keysAddress.appending(known.id))) { visit.text(.toKey(known.shownName)) }
        }
      }
      Field(name: "id", label: .keyID, hint: .keyIDHint)
        .text(maxlength: 100, refusal: refusal, in: visit, isFirst: true)
      Field(name: "value", label: .keyValue, hint: .keyValueHint)
        .text(maxlength: 1100, refusal: refusal, in: visit)
    }
    return try await KeysPage(visit: visit).content(dialog: dialog)
  }

  /// The key that has the refused id already, if the person can see it here.
  private func knownKey(_ refusal: Refusal?) async throws -> ApiKey? {
    guard let refusal, refusal.httpStatus == 409, refusal.problem(of: "id") != nil else {
      return nil
    }
    let found = try await visit.load {
      try await KeysClient(visit.host).list(
        ListKeysRequest(
          organizationId: visit.organization, ids: [refusal.fields["id"].pasted]),
        options: visit.reading)
    }
    return found.value?.data.first
  }
}

extension Status {
  /// The same refusal at the field that it is about: the value, or else the id.
  fileprivate func ofRegisteredField(_ id: String) -> Status {
    let isValue = reason == .keyValueRegistered
    var status = self
    status.fieldViolations = [
      FieldViolation(
        field: isValue ? "value" : "id", reason: reason.rawValue,
        message: isValue ? "belongs to a key that is here already" : "\(id) is here already")
    ]
    return status
  }
}

extension StatusReason {
  fileprivate static let keyValueRegistered: StatusReason = "KEY_VALUE_REGISTERED"
}
