public import StoreProtos

/// A part of the log.
public struct EventQuery: Hashable, Sendable {
  /// Where it begins or ends.
  public enum Cursor: Hashable, Sendable {
    case none
    /// The events right after this revision, in the order of the list.
    case after(UInt64)
    /// The events right before this revision, in the order of the list.
    case before(UInt64)
  }

  public var filter: EventFilter
  public var cursor: Cursor
  /// Newest first otherwise.
  public var isOldestFirst: Bool
  /// The most that are wanted.
  public var limit: Int

  /// Creates a query; by default of the newest events.
  public init(
    _ filter: EventFilter = EventFilter(), cursor: Cursor = .none, isOldestFirst: Bool = false,
    limit: Int = 20
  ) {
    self.filter = filter
    self.cursor = cursor
    self.isOldestFirst = isOldestFirst
    self.limit = limit
  }
}

/// The events that were found, in the order of the list.
public struct EventPage: Hashable, Sendable {
  public let events: [Event]
  /// Whether there are more, in the direction in which the page was asked for.
  public let hasMore: Bool
}

extension Store {
  /// Returns the events that the query is about.
  ///
  /// What it costs grows with what is found, and not with the log, if the log has been indexed.
  public func page(of query: EventQuery) throws -> EventPage {
    try read { view in
      var search = EventSearch(query)
      return try search.run(view)
    }
  }

  /// Adds to the index of the log what it lacks, if that is much.
  public func indexEvents() async throws {
    guard try read({ view in try EventIndex.isBehind(view) }) else { return }
    while try await write(.none, { tx in try EventIndex.extend(in: &tx) }) {}
  }
}
