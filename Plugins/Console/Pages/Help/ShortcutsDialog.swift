import HTML

/// The dialog that lists the keyboard shortcuts. The key "?" opens it over any page.
struct ShortcutsDialog: Page {
  let visit: Visit

  private static let shortcuts: [(keys: [String], does: Phrase)] = [
    (["/"], .find), (["?"], .shortcuts), (["g", "d"], .goToDashboard),
    (["g", "o"], .goToOrganizations), (["g", "w"], .goToWorkspaces), (["g", "k"], .goToKeys),
    (["g", "u"], .goToUsers), (["g", "a"], .goToAudit), (["g", "p"], .goToPlugins),
    (["n"], .createNew), (["j"], .nextRow), (["k"], .previousRow), (["Enter"], .openRow),
    (["Esc"], .closeDialog), (["Ctrl/⌘", "Enter"], .sendForm),
  ]

  func content() async throws -> PageContent {
    let title = visit.text(.shortcuts)
    let dialog = Dialog(
      action: "/console/shortcuts", title: title, back: "/console/", verb: .closeDialog
    ).telling(in: visit) {
      list
      p(.class("hint")) { visit.text(.shortcutsCanBeOff) }
    }
    let main = Markup {
      h1 { title }
      p { a(.href("/console/")) { visit.text(.toDashboard) } }
    }
    return PageContent(title: title, section: .none, main: main, dialog: dialog)
  }

  private var list: Markup {
    dl(.class("facts")) {
      for shortcut in Self.shortcuts {
        div {
          dt { for key in shortcut.keys { kbd { key } } }
          dd { visit.text(shortcut.does) }
        }
      }
    }
  }
}
