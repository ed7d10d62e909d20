/// A page of things that are made of several records each.
public struct Listing<Item: Hashable & Sendable>: Hashable, Sendable {
  /// In the order of the list, whichever way the page was asked for.
  public let items: [Item]

  /// Whether there are more in the direction asked for.
  public let hasMore: Bool
}
