import AdminProtos
import AdminServices
import GoogleProtos
import HTML
import WebProtos

/// The admin keys of an organization, newest first: the keys by which programs call Steward.
struct AdminKeysPage: Page {
  let visit: Visit

  private var id: String { visit.organization }
  private var address: Address { .organization(id, "admin-keys") }
  private var mayManage: Bool { visit.viewer.may("admin_keys.manage", in: id) }

  func content() async throws -> PageContent { try await content(dialog: nil) }

  /// Draws the page, with a dialog over it.
  func content(dialog: Markup?, showsSecret: Bool = false) async throws -> PageContent {
    let place = ListPlace(visit)
    async let head = OrganizationHead.load(visit)
    let list = try await visit.load {
      try await AdminKeysClient(visit.host).list(
        ListAdminKeysRequest(
          organizationId: id, limit: place.size, afterId: place.after, beforeId: place.before,
          includeRevoked: true),
        options: visit.reading)
    }
    let shown = try await head
    let main = Markup {
      shown.drawing(.other)
      section(.class("panel"), .data("live", "admin-keys \(id)")) {
        div(.class("panel-head")) {
          h1 { visit.text(.adminKeys) }
          if mayManage {
            a(.class("button primary"), .href(address.appending("new")), .data("dialog", "n")) {
              Icon.add.drawing
              visit.text(.createAdminKey)
            }
          }
        }
        visit.part(list, .adminKeys) { draw($0, place) }
      }
      purpose
    }
    return PageContent(
      title: "\(visit.text(.adminKeys)) · \(shown.organization.name)", section: .organizations,
      main: main, dialog: dialog, showsSecret: showsSecret)
  }

  private func draw(_ list: ListAdminKeysResponse, _ place: ListPlace) -> Markup {
    Markup {
      if list.data.isEmpty {
        EmptyState(text: .noAdminKeys).drawing(in: visit)
      } else {
        table.drawing(list.data, in: visit)
      }
      Pager(
        place: place, shown: list.data.count, hasMore: list.hasMore, first: list.firstId,
        last: list.lastId
      ).drawing(in: visit)
    }
  }

  private var table: DataTable<AdminKey> {
    DataTable(
      caption: .adminKeys,
      columns: [
        .init(name: .name) { key in
          Markup {
            bdi { key.name }
            code(.class("id")) { key.id }
          }
        },
        .init(name: .adminKeyHint) { key in code { key.partialKeyHint } },
        .init(name: .adminKeyState) { state(of: $0) },
        .init(name: .created) { visit.moment($0.createdAt, orElse: .unknownTime) },
        .init(name: .adminKeyExpires) { visit.moment($0.expiresAt, orElse: .adminKeyNeverExpires) },
      ],
      id: { $0.id },
      actions: { key in
        guard mayManage, key.revokedAt == nil else { return [] }
        return [
          RowAction(
            icon: .delete, name: .revokeAdminKey(key.name),
            address: address.appending(key.id, "revoke"))
        ]
      })
  }

  private func state(of key: AdminKey) -> Markup {
    if let revoked = key.revokedAt {
      return Markup {
        visit.tag(.adminKeyRevoked)
        " "
        visit.moment(revoked, orElse: .unknownTime)
      }
    }
    let hasExpired = key.expiresAt.map { $0.seconds <= visit.now } ?? false
    return hasExpired ? visit.tag(.expired, .danger) : visit.tag(.active, .good)
  }

  private var purpose: Markup {
    section(.class("panel"), .ariaLabelledBy("purpose")) {
      h2(.id("purpose")) { visit.text(.purposeOfAdminKeys) }
      p { visit.text(.whatAdminKeysDo) }
      pre { code(.class("whole")) { AdminKeyCommand(origin: visit.request.origin).text } }
    }
  }
}
