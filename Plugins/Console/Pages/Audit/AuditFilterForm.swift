import AdminProtos
import HTML

/// The form above the log. What is on already stays, in hidden fields, and each field adds to it.
struct AuditFilterForm: Sendable {
  let visit: Visit
  let filter: AuditFilter

  var drawing: Markup {
    form(
      .class("filters"), .action("/console/audit"), .method(.get), .role("search"),
      .ariaLabel(visit.text(.filters))
    ) {
      for item in filter.items { kept(item) }
      text("who", .person, hint: .personHint)
      action
      text("what", .thing, hint: .thingHint)
      organization
      day("from", .fromDay, filter.from)
      day("to", .toDay, filter.to)
      button(.type(.submit)) { visit.text(.applyFilters) }
    }
  }

  private func kept(_ item: AuditFilter.Item) -> Markup {
    let name: StaticString? =
      switch item.part {
      case .actor: "actor"
      case .action: "action"
      case .resource: "resource"
      case .call: "call"
      case .organization: showsChoice ? nil : "organization"
      case .from, .to: nil
      }
    return name.map { input(.type(.hidden), .name($0), .value(item.value)) } ?? .nothing
  }

  private func text(_ name: StaticString, _ label: Phrase, hint: Phrase) -> Markup {
    field(name, label) { id in
      input(
        .type(.search), .id(id), .name(name), .value(visit.query[name]),
        .placeholder(visit.text(hint)), .maxlength(100), .autocomplete("off"),
        .spellcheck(false))
    }
  }

  private func day(_ name: StaticString, _ label: Phrase, _ day: CivilDay?) -> Markup {
    field(name, label) { id in
      input(.type(.date), .id(id), .name(name), .value(day?.description ?? ""))
    }
  }

  private var action: Markup {
    field("action", .didWhat) { id in
      select(.id(id), .name("action")) {
        option(.value(""), text: visit.text(filter.actions.isEmpty ? .anyAction : .oneMoreAction))
        for kind in EventKind.all {
          optgroup(.label(visit.text(kind.name))) {
            option(.value("\(kind.noun)."), text: visit.text(.everything(about: kind.name)))
            for (action, words) in kind.actions {
              option(.value(action), text: visit.text(words))
            }
          }
        }
      }
    }
  }

  /// Whether the organizations are few enough to choose from: those that the person belongs to. Who
  /// may read the whole log types a name.
  private var showsChoice: Bool { !visit.viewer.may("audit.read") }

  private var organization: Markup {
    let own = visit.viewer.identity.organizations.filter {
      $0.permissions.contains("audit.read")
    }
    guard showsChoice else { return text("where", .organization, hint: .organizationHint) }
    guard own.count > 1 else { return .nothing }
    return field("organization", .organization) { id in
      select(.id(id), .name("organization")) {
        option(.value(""), text: visit.text(.anyOrganization))
        for one in own {
          option(.value(one.id), .selected(one.id == filter.organization), text: one.name)
        }
      }
    }
  }

  private func field(
    _ name: StaticString, _ label: Phrase, _ control: (ElementID) -> Markup
  ) -> Markup {
    let id = Field.id(of: name.description)!
    return div(.class("field")) {
      HTML.label(.for(id)) { visit.text(label) }
      control(id)
    }
  }
}
