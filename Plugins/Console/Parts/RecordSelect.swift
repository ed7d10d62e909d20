import HTML

/// The choice of one record of many: a native select, or a find field above the form and a row for
/// each match if the organization has more than a select can hold.
struct RecordSelect: Sendable {
  /// The most records that a select holds.
  static let maximum: Int32 = 100
  /// The item of a query in which the find field sends its text.
  static let findName: StaticString = "find"

  struct Choice: Sendable {
    let id: String
    let text: String
  }

  /// Choices under one name. Those of a group that is taken can be seen but not chosen.
  struct Group: Sendable {
    var name: Phrase?
    let choices: [Choice]
    var isTaken = false
  }

  let field: Field
  let groups: [Group]
  /// Whether the groups hold every record there is.
  let isWhole: Bool
  /// What the find field is for.
  let find: Phrase

  /// Returns what the find field of a page asks for; empty if that is too short to look for.
  static func text(_ visit: Visit) -> String {
    let text = visit.query.trimmed(findName)
    return text.split(separator: " ").contains { $0.utf8.count >= 3 } ? text : ""
  }

  /// Draws the choice inside a form.
  ///
  /// - Parameter chosen: The id that is chosen at first; empty for none.
  func drawing(chosen: String = "", refusal: Refusal?, in visit: Visit) -> Markup {
    let chosen = refusal.map { $0.fields[field.name] } ?? chosen
    return isWhole
      ? selection(chosen, refusal, visit) : rows(chosen, refusal?.problem(of: field.name), visit)
  }

  /// Draws the find field, which is a form of its own; nothing if a select holds all records.
  ///
  /// - Parameter action: The page or dialog with the choice.
  func finding(at action: Address, in visit: Visit) -> Markup {
    guard !isWhole else { return .nothing }
    return form(.class("search"), .action(action), .method(.get), .role("search")) {
      input(
        .type(.search), .name(Self.findName), .value(visit.query[Self.findName]),
        .ariaLabel(visit.text(find)), .placeholder(visit.text(find)), .maxlength(100),
        .autocomplete("off"))
      button(.type(.submit)) { visit.text(.find) }
    }
  }

  private func selection(_ chosen: String, _ refusal: Refusal?, _ visit: Visit) -> Markup {
    field.control(refusal: refusal, in: visit) { id, described in
      select(.id(id), .name(field.name), .required(field.isRequired), described) {
        option(.value(""), text: visit.text(.noChoice))
        for group in groups where !group.choices.isEmpty {
          if let name = group.name {
            optgroup(.label(visit.text(name)), .disabled(group.isTaken)) {
              options(of: group, chosen)
            }
          } else {
            options(of: group, chosen)
          }
        }
      }
    }
  }

  private func options(of group: Group, _ chosen: String) -> Markup {
    Markup {
      for choice in group.choices {
        option(.value(choice.id), .selected(choice.id == chosen), text: choice.text)
      }
    }
  }

  private func rows(_ chosen: String, _ problem: Phrase?, _ visit: Visit) -> Markup {
    fieldset(.id(Field.id(of: field.name.description))) {
      legend { visit.text(field.label) }
      if let problem { p(.class("field-problem")) { visit.text(problem) } }
      if !field.isRequired { row("", visit.text(.noChoice), isChosen: chosen.isEmpty) }
      for group in groups where !group.choices.isEmpty {
        if let name = group.name { p(.class("hint")) { visit.text(name) } }
        for choice in group.choices {
          row(
            choice.id, choice.text, isChosen: choice.id == chosen, isTaken: group.isTaken)
        }
      }
      if groups.allSatisfy(\.choices.isEmpty) { p { visit.text(.nothingMatches) } }
    }
  }

  private func row(
    _ id: String, _ text: String, isChosen: Bool, isTaken: Bool = false
  ) -> Markup {
    label(.class("box")) {
      input(
        .type(.radio), .name(field.name), .value(id), .checked(isChosen), .disabled(isTaken))
      bdi { text }
    }
  }
}
