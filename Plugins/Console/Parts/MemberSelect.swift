import AdminProtos
import AdminServices
import HTML

/// The choice of a member of an organization, by name and mail address. The person who chooses
/// comes first, and is the only choice for a person who may not read the members.
struct MemberSelect: Sendable {
  private let choice: RecordSelect

  /// Reads the members of an organization: all of them, or those that the find field names.
  static func load(
    _ field: Field, _ visit: Visit
  ) async throws -> MemberSelect {
    let identity = visit.viewer.identity
    let own = User(id: identity.id, email: identity.email, name: identity.name)
    guard visit.viewer.may("users.read", in: visit.organization) else {
      return MemberSelect(field, [own], isWhole: true)
    }
    let query = RecordSelect.text(visit)
    let found = try await UsersClient(visit.host).list(
      ListUsersRequest(
        organizationId: visit.organization, limit: RecordSelect.maximum, query: query),
      options: visit.reading)
    let isMember = visit.viewer.membership(in: visit.organization) != nil
    let others = found.data.filter { $0.id != own.id && $0.suspendedAt == nil }
    return MemberSelect(
      field, (isMember && query.isEmpty ? [own] : found.data.filter { $0.id == own.id }) + others,
      isWhole: !found.hasMore && query.isEmpty)
  }

  private init(_ field: Field, _ members: [User], isWhole: Bool) {
    choice = RecordSelect(
      field: field,
      groups: [
        .init(
          choices: members.map { member in
            let parts = [member.name, member.email].filter { !$0.isEmpty }
            return .init(id: member.id, text: parts.joined(separator: " · "))
          })
      ], isWhole: isWhole, find: .findMember)
  }

  /// Draws the choice inside a form.
  func drawing(chosen: String = "", refusal: Refusal?, in visit: Visit) -> Markup {
    choice.drawing(chosen: chosen, refusal: refusal, in: visit)
  }

  /// Draws the find field for ``Dialog/above``; nothing if the choice shows every member.
  func finding(at action: Address, in visit: Visit) -> Markup {
    choice.finding(at: action, in: visit)
  }
}
