internal import IPC
internal import StewardProtos
internal import Store

/// The part of the log that a caller wants, and the way to it.
struct AuditPage: Hashable, Sendable {
  private static let defaultLimit: Int32 = 20
  private static let limits: ClosedRange<Int32> = 1...1000

  let filter: EventFilter
  let limit: Int
  /// Whether the way leads from older events to newer ones.
  private let isAscending: Bool
  /// Whether it leads against the order of the list, as towards what precedes a page.
  private let isBackward: Bool
  /// The revision from which it leads, which is not part of the page; `nil` for the log's own end.
  private let cursor: UInt64?

  init(_ request: ListAuditRequest) throws(Status) {
    let limit = request.limit ?? Self.defaultLimit
    let violations = Self.violations(of: request, limit: limit)
    guard violations.isEmpty else { throw .invalidPage(violations) }
    self.limit = Int(limit)
    filter = EventFilter(request)
    isBackward = request.beforeRevision > 0
    isAscending = request.oldestFirst != isBackward
    let revision = isBackward ? request.beforeRevision : request.afterRevision
    cursor = revision == 0 ? nil : revision
  }

  private static func violations(of request: ListAuditRequest, limit: Int32) -> [FieldViolation] {
    var violations: [FieldViolation] = []
    if !limits.contains(limit) {
      violations.append(
        FieldViolation(
          field: "limit", reason: "OUT_OF_RANGE",
          message: "must be \(limits.lowerBound) to \(limits.upperBound), not \(limit)"))
    }
    if request.afterRevision > 0 && request.beforeRevision > 0 {
      violations.append(
        FieldViolation(
          field: "before_revision", reason: "EXCLUSIVE",
          message: "can't be given together with after_revision"))
    }
    return violations
  }
}

extension AuditPage {
  /// How many events are looked at within one view of the store.
  private static let stride = 500

  /// Walks through the log until the page is full.
  func response(from store: Store) async throws -> ListAuditResponse {
    var found: [Event] = []
    var place = cursor
    while found.count <= limit {
      let events = try events(beyond: place, in: store)
      guard let last = events.last else { break }
      found += events.filter(filter.matches)
      place = last.revision
      try Task.checkCancellation()
      await Task.yield()
    }
    return response(found)
  }

  /// Returns the next events on the way.
  private func events(beyond place: UInt64?, in store: Store) throws -> [Event] {
    let limit = filter.isEmpty ? limit + 1 : Self.stride
    guard isAscending else { return try store.events(before: place ?? .max, limit: limit) }
    guard place != .max else { return [] }
    return try store.events(from: (place ?? 0) + 1, limit: limit)
  }

  private func response(_ found: [Event]) -> ListAuditResponse {
    let page = found.prefix(limit)
    let events = isBackward ? page.reversed() : Array(page)
    return ListAuditResponse(
      data: events, hasMore: found.count > limit, firstRevision: events.first?.revision ?? 0,
      lastRevision: events.last?.revision ?? 0)
  }
}

extension Status {
  fileprivate static func invalidPage(_ violations: [FieldViolation]) -> Status {
    Status(
      .invalidArgument, reason: violations[0].reason,
      message: violations.map { "\($0.field): \($0.message)" }.joined(separator: "; "),
      fieldViolations: violations)
  }
}
