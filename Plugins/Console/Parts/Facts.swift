import HTML

/// What is known of one thing: names and values.
struct Facts: Sendable {
  private(set) var rows: [(Phrase, Markup)] = []

  mutating func add(_ name: Phrase, _ value: Markup) { rows.append((name, value)) }

  mutating func add(_ name: Phrase, _ value: String) { rows.append((name, .text(value))) }

  func drawing(in visit: Visit) -> Markup {
    dl(.class("facts")) {
      for (name, value) in rows {
        div {
          dt { visit.text(name) }
          dd { value }
        }
      }
    }
  }
}
