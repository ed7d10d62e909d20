import AdminProtos
import HTML

/// The table of an organization's members, with what may be done with each.
struct UserTable: Sendable {
  let visit: Visit

  func drawing(_ users: [User]) -> Markup { table.drawing(users, in: visit) }

  private var table: DataTable<User> {
    DataTable(
      caption: .users,
      columns: [
        .init(name: .name) { user in
          Markup {
            a(.href(address(of: user))) { bdi { user.shownName } }
            if user.suspendedAt != nil { visit.tag(.suspended, .warning) }
            if user.unclaimed { visit.tag(.withoutPassword) }
          }
        },
        .init(name: .email) { user in bdi { user.email } },
        .init(name: .role) { visit.tag(.role($0.role)) },
        .init(name: .keyNoun, isNumber: true) { .text(String($0.keyCount)) },
        .init(name: .lastLogin) { visit.ago($0.lastLoginAt, orElse: .never) },
        .init(name: .added) { visit.moment($0.addedAt, orElse: .unknownTime) },
      ],
      id: { $0.id }, actions: actions)
  }

  /// What may be done with a member: four links at most.
  func actions(_ user: User) -> [RowAction] {
    let (viewer, organization, name) = (visit.viewer, visit.organization, user.shownName)
    let address = address(of: user)
    let mayManage = viewer.may("users.manage", in: organization)
    var actions: [RowAction] = []
    if mayManage {
      actions.append(
        RowAction(icon: .edit, name: .changeRoleOf(name), address: address.appending("edit")))
    }
    if viewer.may("keys.update", in: organization), user.suspendedAt == nil {
      actions.append(
        RowAction(icon: .link, name: .linkKeyTo(name), address: address.appending("keys", "new")))
    }
    guard mayManage else { return actions }
    actions.append(
      user.suspendedAt == nil
        ? RowAction(icon: .pause, name: .suspend(name), address: address.appending("suspend"))
        : RowAction(icon: .play, name: .resume(name), address: address.appending("resume")))
    actions.append(
      RowAction(icon: .delete, name: .remove(name), address: address.appending("remove")))
    return actions
  }

  private func address(of user: User) -> Address { visit.usersAddress.appending(user.id) }
}

extension User {
  /// The name by which pages show the user: the mail address if there is no name.
  var shownName: String { name.isEmpty ? email : name }
}
