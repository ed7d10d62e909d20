import HostProtos
import HostServices
import IPC
import ProtobufRuntime
import StoreProtos

/// The log, read page by page on behalf of a client.
struct ActivityFeed: Sendable {
  let audit: AuditClient
  let options: CallOptions

  /// Returns the page that a query asks for, newest first.
  func page(of query: ActivityQuery) async throws -> JSONValue {
    var nearest: [Event] = []
    for request in query.requests {
      nearest = query.nearest(among: nearest + (try await events(of: request, query)))
    }
    let page = nearest.prefix(query.limit).sorted { $0.revision > $1.revision }
    return .object([
      ("data", .array(page.map(\.activityJSON))), ("first_id", .text(page.first?.activityID)),
      ("has_more", .bool(nearest.count > query.limit)), ("last_id", .text(page.last?.activityID)),
    ])
  }

  /// Returns the events of a request that are in the page, and one more if there are more.
  private func events(
    of request: ListAuditRequest, _ query: ActivityQuery
  ) async throws -> [Event] {
    var request = request
    var found: [Event] = []
    while true {
      let page = try await audit.list(request, options: options)
      found += page.data.filter(query.isWanted)
      guard page.hasMore, found.count <= query.limit else { return found }
      if query.isBackward {
        request.beforeRevision = page.firstRevision
      } else {
        request.afterRevision = page.lastRevision
      }
    }
  }
}
