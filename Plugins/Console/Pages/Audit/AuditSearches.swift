import AdminProtos
import HTML
import Status

/// What the texts in the filter's fields stand for.
struct AuditSearches: Sendable {
  /// The texts that stand for no single thing, each with what was found.
  let searches: [(AuditSearch, Loaded<AuditSearch.Found>)]
  /// The filter with all that was typed; nil if nothing was, or if not all of it was found.
  let filter: AuditFilter?

  var isEmpty: Bool { searches.isEmpty }

  /// Looks up what was typed.
  static func find(_ visit: Visit, _ filter: AuditFilter) async throws -> AuditSearches {
    let typed = AuditSearch.all(in: visit.query)
    guard !typed.isEmpty else { return AuditSearches(searches: [], filter: nil) }
    let found = try await withThrowingTaskGroup(
      of: (AuditSearch, Loaded<AuditSearch.Found>).self
    ) { group in
      for search in typed {
        group.addTask {
          (
            search,
            try await visit.load { try await search.find(visit, in: filter.organization) }
          )
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    return AuditSearches(found, filter)
  }

  private init(_ found: [(AuditSearch, Loaded<AuditSearch.Found>)], _ filter: AuditFilter) {
    var (open, filter) = ([(AuditSearch, Loaded<AuditSearch.Found>)](), filter)
    for (search, result) in found {
      if case .value(.one(let value)) = result {
        filter = search.adding(value, to: filter)
      } else {
        open.append((search, result))
      }
    }
    self.init(searches: open, filter: open.isEmpty ? filter : nil)
  }

  init(searches: [(AuditSearch, Loaded<AuditSearch.Found>)], filter: AuditFilter?) {
    self.searches = searches
    self.filter = filter
  }

  /// Draws what each text could stand for, to choose from.
  func drawing(in visit: Visit, _ filter: AuditFilter) -> Markup {
    Markup {
      for (search, found) in searches {
        visit.part(found, Phrase(verbatim: search.text)) { draw(search, $0, visit, filter) }
      }
    }
  }

  private func draw(
    _ search: AuditSearch, _ found: AuditSearch.Found, _ visit: Visit, _ filter: AuditFilter
  ) -> Markup {
    switch found {
    case .one: .nothing
    case .nothing: EmptyState(text: .nothingNamed(search.text)).drawing(in: visit)
    case .several(let entries):
      Markup {
        p { visit.text(.severalNamed(search.text)) }
        ul {
          for entry in entries {
            if let value = search.value(of: entry) {
              li {
                a(.href(search.adding(value, to: filter).address())) {
                  bdi { entry.name.isEmpty ? entry.id : entry.name }
                }
                span(.class("hint")) { " \(entry.detail) \(entry.organizationName)" }
              }
            }
          }
        }
      }
    }
  }
}
