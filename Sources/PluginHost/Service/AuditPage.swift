internal import HostProtos
internal import IPC
internal import IPCProtos
internal import Status
internal import Store
internal import StoreProtos

/// The part of the log that a caller requests.
struct AuditPage: Hashable, Sendable {
  private static let defaultLimit: Int32 = 20
  private static let limits: ClosedRange<Int32> = 1...1000

  let query: EventQuery

  /// - Parameter caller: The caller, with the roles that give the permission to read the log.
  /// - Throws: An error if the request is malformed, or is for an organization whose log the caller
  ///   may not read.
  init(_ request: ListAuditRequest, by caller: IPCPrincipal?) throws {
    let limit = request.limit ?? Self.defaultLimit
    let violations = Self.violations(of: request, limit: limit)
    guard violations.isEmpty else { throw Status.invalidPage(violations) }
    let organizations = try EventScope(of: caller).narrowed(to: request.organizationId)
    query = EventQuery(
      EventFilter(
        actor: request.actor, actions: request.actions, resource: request.resource,
        call: request.call, organizations: organizations),
      cursor: Self.cursor(of: request), from: request.from, to: request.to,
      isOldestFirst: request.oldestFirst, limit: Int(limit))
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
    return violations + EventFilter.violations(of: request.actions)
  }
}

extension AuditPage {
  /// Finds the events. If there is a filter, uses the index of the log.
  func response(from store: Store) async throws -> ListAuditResponse {
    // If the index can't be written, as on a full disk, the search only takes longer.
    if !query.filter.isEmpty { try? await store.indexEvents() }
    let page = try await store.searched(for: query)
    return ListAuditResponse(
      data: page.events, hasMore: page.hasMore, firstRevision: page.events.first?.revision ?? 0,
      lastRevision: page.events.last?.revision ?? 0)
  }
}

extension Status {
  static func invalidPage(_ violations: [FieldViolation]) -> Status {
    Status(
      .invalidArgument, reason: StatusReason(rawValue: violations[0].reason),
      message: violations.map { "\($0.field): \($0.message)" }.joined(separator: "; "),
      fieldViolations: violations)
  }
}

extension EventFilter {
  /// The maximum number of actions in a filter. Each costs a lookup for each block of the log.
  private static let maximumActions = 100

  static func violations(of actions: [String]) -> [FieldViolation] {
    guard actions.count > maximumActions else { return [] }
    return [
      FieldViolation(
        field: "actions", reason: "TOO_MANY",
        message: "must be at most \(maximumActions), not \(actions.count)")
    ]
  }
}
