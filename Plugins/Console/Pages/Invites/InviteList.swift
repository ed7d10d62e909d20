import AdminProtos
import AdminServices
import GoogleProtos
import HTML

/// The newest invites of an organization, with their states.
struct InviteList: Sendable {
  private static let newest: Int32 = 20

  let visit: Visit
  private let invites: Loaded<ListInvitesResponse>

  /// Reads the invites; nil for a person who may not see them.
  static func load(_ visit: Visit) async throws -> InviteList? {
    guard visit.viewer.may("invites.read", in: visit.organization) else { return nil }
    let invites = try await visit.load {
      try await InvitesClient(visit.host).list(
        ListInvitesRequest(organizationId: visit.organization, limit: newest),
        options: visit.reading)
    }
    return InviteList(visit: visit, invites: invites)
  }

  var drawing: Markup {
    section(
      .class("panel"), .ariaLabelledBy("invites"), .data("live", "users \(visit.organization)")
    ) {
      h2(.id("invites")) { visit.text(.invites) }
      visit.part(invites, .invites) { list in
        if list.data.isEmpty {
          p { visit.text(.noInvites) }
        } else {
          table.drawing(list.data, in: visit)
          if list.hasMore { p(.class("hint")) { visit.text(.onlyNewestInvites) } }
        }
      }
    }
  }

  private var table: DataTable<Invite> {
    DataTable(
      caption: .invites,
      columns: [
        .init(name: .email) { invite in bdi { invite.email } },
        .init(name: .role) { visit.tag(.role($0.role)) },
        .init(name: .state) { state($0) },
        .init(name: .invitedAt) { visit.moment($0.invitedAt, orElse: .unknownTime) },
      ],
      id: { $0.id }, actions: actions)
  }

  private func state(_ invite: Invite) -> Markup {
    switch invite.status {
    case "pending":
      let seconds = max(0, (invite.expiresAt?.seconds ?? 0) - visit.now)
      return Markup {
        visit.tag(.pending)
        " "
        visit.text(seconds < 86_400 ? .endsToday : .daysLeft(Int(seconds / 86_400)))
      }
    case "accepted": return visit.tag(.accepted, .good)
    case "expired": return visit.tag(.expired, .warning)
    default: return visit.tag(Phrase(verbatim: invite.status))
    }
  }

  private func actions(_ invite: Invite) -> [RowAction] {
    guard visit.viewer.may("invites.manage", in: visit.organization),
      ["pending", "expired"].contains(invite.status)
    else { return [] }
    let address = visit.invitesAddress.appending(invite.id)
    return [
      RowAction(
        icon: .rotate, name: .renewInviteOf(invite.email), address: address.appending("renew")),
      RowAction(
        icon: .delete, name: .withdrawInviteOf(invite.email), address: address.appending("delete")),
    ]
  }
}

extension Visit {
  /// Where the dialogs about invites are. The list stands below the members.
  var invitesAddress: Address { .organization(organization, "invites") }
}
