public import ProtobufRuntime

/// The order of a list. Ids are time-ordered, so the order of keys is the order of creation.
public enum PageOrder: Hashable, Sendable {
  case newestFirst
  case oldestFirst
}

/// A request for a page of a list.
public struct PageRequest: Hashable, Sendable {
  /// The maximum number of records, from 1 to 1000.
  public var limit: Int

  /// The key of the record just before the page. If it is empty or `nil`, the page begins at the
  /// start of the list.
  public var after: String?

  /// The key of the record just after the page, or empty or `nil`. At most one of `after` and
  /// `before` may be set.
  public var before: String?

  /// The order of the list.
  public var order: PageOrder

  /// Creates a request.
  public init(
    limit: Int = 20, after: String? = nil, before: String? = nil, order: PageOrder = .newestFirst
  ) {
    self.limit = limit
    self.after = after
    self.before = before
    self.order = order
  }
}

/// A page of a list.
public struct Page<Record: Message>: Hashable, Sendable {
  /// The records in the order of the list, whether the request set `after` or `before`.
  public let items: [Stored<Record>]

  /// Whether there are more records in the direction of the request: after the page or, with
  /// `before`, before it.
  public let hasMore: Bool

  /// The key of the last record that was looked at, in the direction of the request, if the page
  /// ended because it had looked at as many as it may. The list continues there.
  public let end: String?

  init(items: [Stored<Record>], hasMore: Bool, end: String? = nil) {
    self.items = items
    self.hasMore = hasMore
    self.end = end
  }
}
