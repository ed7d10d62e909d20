/// An address of the console and what it shows.
struct PageRoute: Sendable {
  let pattern: PathPattern
  let show: @Sendable (Visit) async throws -> PageResult
  /// Nil if the address takes no form.
  let submit: (@Sendable (Visit) async throws -> FormOutcome)?
  let showAgain: (@Sendable (Visit, Refusal) async throws -> PageContent)?

  /// Creates the route of a page without a form.
  init<Shown: Page>(_ pattern: PathPattern, _ page: Shown.Type) {
    self.pattern = pattern
    show = { .page(try await Shown(visit: $0).content()) }
    submit = nil
    showAgain = nil
  }

  /// Creates the route of an address that can lead elsewhere, or to a file.
  init<Shown: Destination>(to pattern: PathPattern, _ destination: Shown.Type) {
    self.pattern = pattern
    show = { try await Shown(visit: $0).result() }
    submit = nil
    showAgain = nil
  }

  /// Creates the route of a page with a form.
  init<Shown: FormPage>(form pattern: PathPattern, _ page: Shown.Type) {
    self.pattern = pattern
    show = { .page(try await Shown(visit: $0).content()) }
    submit = { try await Shown(visit: $0).submit() }
    showAgain = { try await Shown(visit: $0).content(after: $1) }
  }
}

/// Every address of the console.
struct PageRoutes: Sendable {
  private let all: [PageRoute]

  init(_ all: [PageRoute]) { self.all = all }

  /// Returns the route of a path and what the segments of the path stand for; nil if the console
  /// has no such address.
  func route(of path: String) -> (PageRoute, [String: String])? {
    let segments = PathSegments(path)
    return all.compactMap { route in route.pattern.values(in: segments).map { (route, $0) } }
      .max { $0.0.pattern.exactness < $1.0.pattern.exactness }
  }
}
