internal import HostProtos
internal import IPC
internal import IPCProtos
internal import Store
internal import StoreProtos

/// The events that a watcher requests and may read, as they are sent.
///
/// No event is sent on the authority that the watcher had when the watch began: each is judged by
/// what the watcher may read at that moment. So a watch narrows, or ends, with the commit that
/// takes a role from its caller.
struct EventWatch: Sendable {
  /// The number of events that are read at once.
  private static let length = 200
  /// The number of events beyond which a search may take long, and so gets a thread of its own.
  private static let nearby: UInt64 = 1000

  private let request: WatchRequest
  private let store: Store
  private let caller: IPCPrincipal?
  private let renewal: PrincipalRenewal?

  /// - Parameter caller: The caller, with the roles that give the permission to read events.
  /// - Parameter renewal: Returns the caller with the roles that it has later.
  init(
    _ request: WatchRequest, of store: Store, by caller: IPCPrincipal?, renewal: PrincipalRenewal?
  ) {
    self.request = request
    self.store = store
    self.caller = caller
    self.renewal = renewal
  }

  /// Returns the filter for the events that the watcher may read now.
  ///
  /// - Throws: The status with which the watch would be refused now.
  func filter() async throws -> EventFilter {
    let caller = try await renewal?.principal() ?? caller
    let organizations = try EventScope(of: caller).narrowed(to: request.organizationId)
    return EventFilter(
      actor: request.actor, actions: request.actions, resource: request.resource,
      organizations: organizations)
  }

  /// Sends the events of a range of revisions. Returns the revision after the last one that was
  /// read.
  func send(
    from first: UInt64, through last: UInt64, to responses: MessageWriter<Event>
  ) async throws -> UInt64 {
    var next = first
    while next <= last {
      let page = try await page(from: next, through: last)
      for event in page.events where event.revision <= last {
        // The watcher may have been slow to take the event before, and lost a role meanwhile.
        guard try await filter().matches(event) else { continue }
        try await responses.send(event)
      }
      // Skipped events don't wait for the reader, so the loop yields to let other tasks run.
      await Task.yield()
      guard page.hasMore, let newest = page.events.last?.revision else { return last + 1 }
      next = min(newest, last) + 1
    }
    return max(next, last + 1)
  }

  private func page(from first: UInt64, through last: UInt64) async throws -> EventPage {
    let query = EventQuery(
      try await filter(), cursor: .after(first - 1), isOldestFirst: true, limit: Self.length)
    guard last - first > Self.nearby else { return try store.page(of: query) }
    // If the index can't be written, as on a full disk, the search only takes longer.
    if !query.filter.isEmpty { try? await store.indexEvents() }
    return try await store.searched(for: query)
  }
}

extension Store {
  /// Returns the same as `page(of:)`, from a thread that may be busy for long.
  @concurrent func searched(for query: EventQuery) async throws -> EventPage {
    try page(of: query)
  }
}
