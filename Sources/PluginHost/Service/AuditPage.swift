internal import HostProtos
internal import IPC
internal import Status
internal import Store
internal import StoreProtos

/// The part of the log that a caller requests.
struct AuditPage: Hashable, Sendable {
  private static let defaultLimit: Int32 = 20
  private static let limits: ClosedRange<Int32> = 1...1000

  let query: EventQuery

  init(_ request: ListAuditRequest) throws(Status) {
    let limit = request.limit ?? Self.defaultLimit
    let violations = Self.violations(of: request, limit: limit)
    guard violations.isEmpty else { throw .invalidPage(violations) }
    query = EventQuery(
      EventFilter(request), cursor: Self.cursor(of: request), isOldestFirst: request.oldestFirst,
      limit: Int(limit))
  }

  private static func cursor(of request: ListAuditRequest) -> EventQuery.Cursor {
    if request.beforeRevision > 0 { return .before(request.beforeRevision) }
    return request.afterRevision > 0 ? .after(request.afterRevision) : .none
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
  /// Finds the events. If there is a filter, uses the index of the log.
  func response(from store: Store) async throws -> ListAuditResponse {
    // If the index can't be written, as on a full disk, the search only takes longer.
    if !query.filter.isEmpty { try? await store.indexEvents() }
    let page = try await Self.page(of: query, in: store)
    return ListAuditResponse(
      data: page.events, hasMore: page.hasMore, firstRevision: page.events.first?.revision ?? 0,
      lastRevision: page.events.last?.revision ?? 0)
  }

  @concurrent private static func page(
    of query: EventQuery, in store: Store
  ) async throws -> EventPage {
    try store.page(of: query)
  }
}

extension Status {
  fileprivate static func invalidPage(_ violations: [FieldViolation]) -> Status {
    Status(
      .invalidArgument, reason: StatusReason(rawValue: violations[0].reason),
      message: violations.map { "\($0.field): \($0.message)" }.joined(separator: "; "),
      fieldViolations: violations)
  }
}

extension EventFilter {
  fileprivate init(_ request: ListAuditRequest) {
    self.init(
      actor: request.actor, action: request.action, resource: request.resource, call: request.call)
  }
}
