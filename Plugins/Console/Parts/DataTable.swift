import HTML

/// The one table of the console. The first column is the header of its row and links to the
/// record. A narrow screen shows each row as a card.
struct DataTable<Row: Sendable>: Sendable {
  struct Column: Sendable {
    let name: Phrase
    var isNumber = false
    let draw: @Sendable (Row) -> Markup
  }

  /// What the table lists, for readers of the screen.
  let caption: Phrase
  let columns: [Column]
  /// The id of the record of a row.
  let id: @Sendable (Row) -> String
  /// What may be done with a row: at most four links.
  var actions: (@Sendable (Row) -> [RowAction])?
  /// Which rows can be chosen for what is done with several at once, in the form around the table.
  var selection: Selection?

  struct Selection: Sendable {
    /// Whether the row is chosen at first; nil if it can't be chosen.
    let isOn: @Sendable (Row) -> Bool?
    /// The accessible name of the box in a row.
    let name: @Sendable (Row) -> Phrase
  }

  func drawing(_ rows: [Row], in visit: Visit) -> Markup {
    table(.class("list")) {
      HTML.caption(.class("unseen")) { visit.text(caption) }
      thead {
        tr {
          if selection != nil { td { selectAll(in: visit) } }
          for column in columns {
            th(.scope("col"), .class("number").only(if: column.isNumber)) {
              visit.text(column.name)
            }
          }
          if actions != nil {
            th(.scope("col")) { span(.class("unseen")) { visit.text(.actions) } }
          }
        }
      }
      tbody { for row in rows { draw(row, in: visit) } }
    }
  }

  private func draw(_ row: Row, in visit: Visit) -> Markup {
    tr(.id(.row(id(row))), .tabindex(-1)) {
      if let selection { td { box(row, selection, in: visit) } }
      th(.scope("row")) { columns[0].draw(row) }
      for column in columns.dropFirst() {
        td(
          .class("number").only(if: column.isNumber), .data("name", visit.text(column.name))
        ) { column.draw(row) }
      }
      if let actions {
        td(.class("actions")) { for action in actions(row) { action.drawing(in: visit) } }
      }
    }
  }

  /// The box that chooses every row. The script shows it, since it does nothing by itself.
  private func selectAll(in visit: Visit) -> Markup {
    input(
      .type(.checkbox), .data("select-all"), .hidden(), .ariaLabel(visit.text(.selectAll)))
  }

  private func box(_ row: Row, _ selection: Selection, in visit: Visit) -> Markup {
    guard let isOn = selection.isOn(row) else { return .nothing }
    return input(
      .type(.checkbox), .name("id"), .value(id(row)), .checked(isOn),
      .ariaLabel(visit.text(selection.name(row))))
  }
}

/// One thing to do with a row: a link that opens the dialog for it, or a button that does it at
/// once by a form elsewhere on the page. Its accessible name contains the name of the row.
struct RowAction: Sendable {
  let icon: Icon
  let name: Phrase
  let address: Address
  var opensDialog = true
  /// The form that a press sends; nil for a link.
  var form: ElementID?

  func drawing(in visit: Visit) -> Markup {
    if let form {
      return button(
        .type(.submit), .form(form), .class("icon-button"), .ariaLabel(visit.text(name)),
        .title(visit.text(name))
      ) {
        icon.drawing
      }
    }
    return a(
      .class("icon-button"), .href(address), .ariaLabel(visit.text(name)),
      .title(visit.text(name)), .data("dialog").only(if: opensDialog)
    ) {
      icon.drawing
    }
  }
}
