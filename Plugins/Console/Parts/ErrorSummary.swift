import HTML

/// What is wrong with a form that was refused, above it. It takes the focus, and its links lead to
/// the fields. (GOV.UK Design System, "Error summary")
struct ErrorSummary: Sendable {
  let refusal: Refusal

  func drawing(in visit: Visit) -> Markup {
    div(.class("error-summary"), .role("alert"), .tabindex(-1), .autofocus()) {
      p { strong { visit.text(.formRefused) } }
      if let summary = refusal.summary { p { visit.text(summary) } }
      if !refusal.problems.isEmpty {
        ul {
          for (field, problem) in refusal.problems.sorted(by: { $0.key < $1.key }) {
            li { draw(problem, of: field, in: visit) }
          }
        }
      }
    }
  }

  private func draw(_ problem: Phrase, of field: String, in visit: Visit) -> Markup {
    guard let id = Field.id(of: field) else { return .text(visit.text(problem)) }
    return a(.href(.fragment(id))) { visit.text(problem) }
  }
}
