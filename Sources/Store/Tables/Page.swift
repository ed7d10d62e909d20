public import ProtobufRuntime

/// Which end of a list comes first. Ids are time-ordered, so the order of keys is that of creation.
public enum PageOrder: Hashable, Sendable {
  case newestFirst
  case oldestFirst
}

/// The part of a list that is wanted.
public struct PageRequest: Hashable, Sendable {
  /// How many records at most: 1 to 1000.
  public var limit: Int

  /// The key of the record that the page comes right after; empty or `nil`: the start of the list.
  public var after: String?

  /// The key of the record that the page comes right before; empty or `nil`: none. At most one of the two.
  public var before: String?

  /// Which end of the list comes first.
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

/// Part of a list.
public struct Page<Record: Message>: Hashable, Sendable {
  /// The records, in the order of the list whichever way the page was asked for.
  public let items: [Stored<Record>]

  /// Whether there are more in the direction asked for: after the page, or, with `before`, before it.
  public let hasMore: Bool
}
