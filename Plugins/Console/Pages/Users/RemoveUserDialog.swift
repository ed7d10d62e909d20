import AdminProtos
import AdminServices
import HTML

/// The dialog that removes a member from an organization: it lists the keys that end, and offers to
/// give them to another member.
struct RemoveUserDialog: FormPage {
  /// How many of the keys are listed.
  private static let listed = 20

  let visit: Visit

  private var id: String { visit.value("user") }
  private var address: Address { visit.usersAddress.appending(id, "remove") }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    _ = try await UsersClient(visit.host).remove(
      RemoveUserRequest(
        organizationId: visit.organization, id: id, ifMatch: visit.form["etag"],
        reassignKeysTo: visit.form["reassign_keys_to"]),
      options: visit.changing("remove"))
    return .done(visit.usersAddress.marking(nil, .removed))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    let (visit, id) = (visit, id)
    async let preview = visit.load {
      try await UsersClient(visit.host).remove(
        RemoveUserRequest(organizationId: visit.organization, id: id, dryRun: true),
        options: visit.reading)
    }
    let user = try await visit.user()
    let title = visit.text(.remove(user.shownName))
    let dialog: Markup
    switch try await preview {
    case .failed(let status):
      dialog = Dialog(action: address, title: title, back: visit.usersAddress, verb: .close)
        .telling(in: visit) { p { visit.text(.refused(status)) } }
    case .value(let outcome):
      dialog = try await draw(user, outcome, title, refusal)
    }
    return try await UsersPage(visit: visit).content(dialog: dialog)
  }

  private func draw(
    _ user: User, _ outcome: RemoveUserResponse, _ title: String, _ refusal: Refusal?
  ) async throws -> Markup {
    let members: MemberSelect? =
      outcome.endedKeys == 0
      ? nil
      : try await MemberSelect.load(
        Field(
          name: "reassign_keys_to", label: .giveKeysTo, hint: .withoutHeirKeysEnd,
          isRequired: false), visit)
    return Dialog(
      action: address, title: title, back: visit.usersAddress, verb: .removeUser,
      isDestructive: true, above: members?.finding(at: address, in: visit) ?? .nothing
    ).drawing(in: visit, refusal: refusal) {
      input(.type(.hidden), .name("etag"), .value(user.etag))
      p { visit.text(.removesUser(user.shownName, keys: Int(outcome.endedKeys))) }
      keys(outcome)
      members?.drawing(refusal: refusal, in: visit)
    }
  }

  private func keys(_ outcome: RemoveUserResponse) -> Markup {
    let ended = outcome.keys.filter { $0.outcome == "ended" }
    guard !ended.isEmpty else { return .nothing }
    return ul {
      for key in ended.prefix(Self.listed) {
        li {
          code { key.partialKeyHint.isEmpty ? key.id : key.partialKeyHint }
          " "
          bdi { key.name }
        }
      }
      if ended.count > Self.listed { li { visit.text(.andMore(ended.count - Self.listed)) } }
    }
  }
}
