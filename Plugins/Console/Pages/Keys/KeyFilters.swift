import AdminProtos
import HTML

/// The form above the keys that says which of them are shown, and a chip with a removing link for
/// each filter that is on.
struct KeyFilters: Sendable {
  let visit: Visit
  let filter: KeyFilter
  let workspaces: [Workspace]
  /// The members to choose from; empty for a person who sees their own keys alone.
  let members: [User]
  /// The names of what ids stand for.
  let names: [String: DirectoryEntry]
  let summary: KeySummary?

  var drawing: Markup {
    Markup {
      form
      chips
    }
  }

  private var form: Markup {
    HTML.form(.class("filters"), .action(visit.keysAddress), .method(.get), .role("search")) {
      input(
        .type(.search), .name("q"), .value(filter.text), .ariaLabel(visit.text(.findKey)),
        .placeholder(visit.text(.findKey)), .maxlength(100), .autocomplete("off"))
      choice("workspace", .anyWorkspace, filter.workspace, workspaces.map { ($0.id, $0.name) })
      choice(
        "user", .anyOwner, filter.user,
        members.map { ($0.id, $0.name.isEmpty ? $0.email : $0.name) })
      for name in KeyFilter.Name.allCases {
        box("filter", name.rawValue, label(of: name), filter.names.contains(name))
      }
      box("archived", "1", visit.text(.showArchived), filter.showsArchived)
      button(.type(.submit)) { visit.text(.find) }
    }
  }

  private func choice(
    _ name: StaticString, _ any: Phrase, _ chosen: String, _ options: [(id: String, text: String)]
  ) -> Markup {
    guard !options.isEmpty || !chosen.isEmpty else { return .nothing }
    let isMissing = !chosen.isEmpty && !options.contains { $0.id == chosen }
    return select(.name(name), .ariaLabel(visit.text(any))) {
      option(.value(""), text: visit.text(any))
      if isMissing { option(.value(chosen), .selected(), text: self.name(of: chosen)) }
      for one in options {
        option(.value(one.id), .selected(one.id == chosen), text: one.text)
      }
    }
  }

  private func box(
    _ name: StaticString, _ value: String, _ text: String, _ isOn: Bool
  ) -> Markup {
    HTML.label(.class("box")) {
      input(.type(.checkbox), .name(name), .value(value), .checked(isOn))
      text
    }
  }

  /// The name of a filter, with the number of keys that it shows alone, where that is known.
  private func label(of name: KeyFilter.Name) -> String {
    var alone = KeyFilter(Fields())
    alone.names = [name]
    let text = visit.text(name.phrase)
    return alone.total(summary).map { "\(text) (\($0))" } ?? text
  }

  // MARK: - Chips

  private var chips: Markup {
    FilterChips(
      filters: removals.map { (text: $0, rest: $1.address(in: visit.keysAddress)) },
      unfiltered: visit.keysAddress
    ).drawing(in: visit)
  }

  /// What is on, each with the filter that remains without it.
  private var removals: [(String, KeyFilter)] {
    var all: [(String, KeyFilter)] = []
    func add(_ text: String, _ change: (inout KeyFilter) -> Void) {
      var rest = filter
      change(&rest)
      all.append((text, rest))
    }
    if !filter.text.isEmpty { add("\"\(filter.text)\"") { $0.text = "" } }
    if !filter.workspace.isEmpty { add(name(of: filter.workspace)) { $0.workspace = "" } }
    if !filter.user.isEmpty { add(name(of: filter.user)) { $0.user = "" } }
    for name in KeyFilter.Name.allCases where filter.names.contains(name) {
      add(visit.text(name.phrase)) { $0.names.remove(name) }
    }
    if filter.showsArchived { add(visit.text(.archivedToo)) { $0.showsArchived = false } }
    return all
  }

  private func name(of id: String) -> String {
    let entry = names[id]
    return [entry?.name, entry?.detail].compactMap(\.self).first { !$0.isEmpty } ?? id
  }
}
