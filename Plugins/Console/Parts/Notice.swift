import HTML

/// The sentence above a page that says what was done. The address carries which one, and perhaps
/// the id of the record after a dot, never a text.
struct Notice: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case created, added, saved, deleted, archived, removed, linked, unlinked, activated, deactivated
    case revoked, rotated, invited, withdrawn, suspended, resumed, registered, reloaded
    case signedOut = "signed-out"
    case sessionEnded = "session-ended"
    case passwordChanged = "password-changed"
    case addedWithoutPassword = "added-without-password"
  }

  let visit: Visit

  var drawing: Markup {
    let parts = visit.query["done"].split(separator: ".", maxSplits: 1).map(String.init)
    guard let kind = parts.first.flatMap(Kind.init) else { return .nothing }
    return div(.class("notice")) {
      visit.text(.done(kind))
      if parts.count > 1 { next(after: kind, of: parts[1]) }
    }
  }

  /// What can be done next with the record: undone, if the change can be, or gone on with.
  private func next(after kind: Kind, of record: String) -> Markup {
    let key = Address.organization(visit.organization, "keys", record)
    return switch kind {
    case .deactivated: visit.form(to: key.appending("activate"), verb: .undo, refusal: nil) {}
    case .activated: visit.form(to: key.appending("deactivate"), verb: .undo, refusal: nil) {}
    case .registered:
      Markup {
        " "
        a(.href(key.appending("link")), .data("dialog")) { visit.text(.linkToPerson) }
      }
    default: .nothing
    }
  }
}
