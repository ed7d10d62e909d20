import AdminProtos
import HTML

/// The table of keys, with what may be done with each.
struct KeyTable: Sendable {
  let visit: Visit
  /// The names of workspaces, by id.
  let names: [String: DirectoryEntry]

  func drawing(_ keys: [ApiKey]) -> Markup { table.drawing(keys, in: visit) }

  /// Draws the forms behind the buttons of the rows. They stand beside the table, since the table
  /// itself is in a form.
  func forms(_ keys: [ApiKey]) -> Markup {
    div(.hidden()) {
      for key in keys {
        if let toggle = KeyToggle(key, visit) { toggle.form(in: visit) }
      }
    }
  }

  private var table: DataTable<ApiKey> {
    DataTable(
      caption: .apiKeys,
      columns: [
        .init(name: .apiKey, draw: name),
        .init(name: .kind) { .text(visit.text(.kind($0.kind))) },
        .init(name: .workspace, draw: workspace),
        .init(name: .owner, draw: owner),
        .init(name: .status, draw: status),
        .init(name: .lastUsedColumn) { visit.ago($0.lastUsedAt, orElse: .neverUsed) },
        .init(name: .expires) { visit.moment($0.expiresAt, orElse: .neverExpires) },
      ],
      id: { $0.id }, actions: actions,
      selection: maySelect
        ? .init(
          isOn: { $0.archivedAt == nil ? false : nil }, name: { .select($0.shownName) }) : nil)
  }

  private var maySelect: Bool {
    let organization = visit.organization
    return ["keys.update", "keys.revoke"].contains { permission in
      visit.viewer.may(permission, in: organization)
        || visit.viewer.mayWithOwn(permission, in: organization)
    }
  }

  private func name(_ key: ApiKey) -> Markup {
    Markup {
      a(.href(visit.keysAddress.appending(key.id))) { bdi { key.shownName } }
      if key.name != key.partialKeyHint, !key.partialKeyHint.isEmpty {
        " "
        code { key.partialKeyHint }
      }
      code(.class("id")) { key.id }
    }
  }

  private func workspace(_ key: ApiKey) -> Markup {
    let address = Address.organization(visit.organization, "workspaces", key.workspaceId)
    return a(.href(address)) { bdi { names[key.workspaceId]?.name ?? key.workspaceId } }
  }

  private func owner(_ key: ApiKey) -> Markup {
    if key.userId.isEmpty { return .text(visit.text(.noOwner)) }
    let name = bdi { key.ownerName }
    guard visit.viewer.may("users.read", in: visit.organization) else { return name }
    return a(.href(.organization(visit.organization, "users", key.userId))) { name }
  }

  private func status(_ key: ApiKey) -> Markup {
    Markup {
      visit.statusTag(key.status)
      if key.userSuspended { visit.tag(.ownerSuspended, .danger) }
      if let end = key.formerSecretExpiresAt {
        p(.class("hint")) {
          visit.text(.formerSecretUntil)
          " "
          visit.moment(end, orElse: .unknownTime)
        }
      }
    }
  }

  private func actions(_ key: ApiKey) -> [RowAction] {
    let (rights, name) = (KeyRights(key, visit.viewer), key.shownName)
    let address = visit.keysAddress.appending(key.id)
    var actions: [RowAction] = []
    if rights.mayRotate {
      actions.append(
        RowAction(icon: .rotate, name: .rotate(name), address: address.appending("rotate")))
    }
    if rights.mayReveal {
      actions.append(
        RowAction(icon: .eye, name: .reveal(name), address: address.appending("reveal")))
    }
    if let toggle = KeyToggle(key, visit) { actions.append(toggle.action) }
    if rights.mayLink {
      actions.append(
        RowAction(icon: .link, name: .linkKey(name), address: address.appending("link")))
    }
    if rights.mayArchive {
      actions.append(
        RowAction(icon: .archive, name: .archive(name), address: address.appending("archive")))
    }
    return actions
  }
}
