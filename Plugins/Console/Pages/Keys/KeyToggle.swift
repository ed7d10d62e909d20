import AdminProtos
import HTML

/// The one switch of a key: what is active can be deactivated, and what is inactive activated. It
/// takes effect at once, since it can be undone.
struct KeyToggle: Sendable {
  let action: RowAction
  private let id: ElementID

  /// Creates the switch; nil if the person may not use it, or the key has none.
  init?(_ key: ApiKey, _ visit: Visit) {
    let rights = KeyRights(key, visit.viewer)
    guard rights.mayActivate || rights.mayDeactivate, let id = ElementID("toggle-", key.id) else {
      return nil
    }
    let address = visit.keysAddress.appending(key.id)
    self.id = id
    action =
      rights.mayActivate
      ? RowAction(
        icon: .play, name: .activate(key.shownName), address: address.appending("activate"),
        form: id)
      : RowAction(
        icon: .pause, name: .deactivate(key.shownName), address: address.appending("deactivate"),
        form: id)
  }

  func form(in visit: Visit) -> Markup {
    HTML.form(.id(id), .method(.post), .action(action.address)) {
      input(.type(.hidden), .name("key"), .value(visit.formKey(for: action.address.path)))
    }
  }
}
