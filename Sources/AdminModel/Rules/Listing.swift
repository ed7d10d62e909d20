/// A page of items that consist of several records each.
public struct Listing<Item: Hashable & Sendable>: Hashable, Sendable {
  /// The items in the order of the list, in whichever direction the page was requested.
  public let items: [Item]

  /// Whether there are more items in the requested direction.
  public let hasMore: Bool
}
