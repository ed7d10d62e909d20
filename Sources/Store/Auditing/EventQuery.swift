public import GoogleProtos
public import StoreProtos

/// A query for a part of the log.
public struct EventQuery: Hashable, Sendable {
  /// The place where the part begins or ends.
  public enum Cursor: Hashable, Sendable {
    case none
    /// The events right after this revision, in the order of the list.
    case after(UInt64)
    /// The events right before this revision, in the order of the list.
    case before(UInt64)
  }

  public var filter: EventFilter
  public var cursor: Cursor
  /// The time from which on events match, or `nil` for any.
  ///
  /// The search relies on times that grow with the revisions. After a clock was set back, it may
  /// miss events of the repeated time. It never returns an event of another time.
  public var from: GoogleTimestamp?
  /// The time before which events match, or `nil` for any.
  public var to: GoogleTimestamp?
  /// Whether the oldest events come first. Otherwise the newest events come first.
  public var isOldestFirst: Bool
  /// The maximum number of events to return.
  public var limit: Int

  /// Creates a query. By default, it returns the newest events.
  public init(
    _ filter: EventFilter = EventFilter(), cursor: Cursor = .none,
    from: GoogleTimestamp? = nil, to: GoogleTimestamp? = nil, isOldestFirst: Bool = false,
    limit: Int = 20
  ) {
    self.filter = filter
    self.cursor = cursor
    self.from = from
    self.to = to
    self.isOldestFirst = isOldestFirst
    self.limit = limit
  }
}

/// A page of the events that a query found, in the order of the list.
public struct EventPage: Hashable, Sendable {
  public let events: [Event]
  /// Whether there are more events in the direction of the query.
  public let hasMore: Bool
}

extension Store {
  /// Returns the events that the query asks for.
  ///
  /// If the log is indexed, the cost grows with the number of events found, and not with the log.
  public func page(of query: EventQuery) throws -> EventPage {
    try read { view in
      var search = EventSearch(query)
      return try search.run(view)
    }
  }

  /// Updates the index of the log, if many blocks are missing.
  public func indexEvents() async throws {
    guard try read({ view in try EventIndex.isBehind(view) }) else { return }
    while try await write(.none, { tx in try EventIndex.extend(in: &tx) }) {}
  }
}
