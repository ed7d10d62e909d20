import HTML

/// The filters of a list that are on. Each has a link that removes it.
struct FilterChips: Sendable {
  /// What each filter says, and the list without it.
  let filters: [(text: String, rest: Address)]
  /// The list without any filter.
  let unfiltered: Address

  func drawing(in visit: Visit) -> Markup {
    guard !filters.isEmpty else { return .nothing }
    return ul(.class("chips"), .ariaLabel(visit.text(.filtersOn))) {
      for filter in filters {
        li {
          bdi { filter.text }
          a(.href(filter.rest), .ariaLabel(visit.text(.removeFilter(filter.text)))) {
            Icon.close.drawing
          }
        }
      }
      if filters.count > 1 { li { a(.href(unfiltered)) { visit.text(.clearFilters) } } }
    }
  }
}
