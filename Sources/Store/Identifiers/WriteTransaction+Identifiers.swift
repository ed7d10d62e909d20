extension WriteTransaction {
  /// Returns a new UUID of version 7 in lower case. It is greater than every UUID that the store
  /// has made.
  public mutating func newUUID() throws -> String {
    TimeOrderedIdentifier.uuid(try nextStamp(), random: random.next())
  }

  /// Returns the prefix with 24 base58 characters. It is greater than every id with this prefix
  /// that the store has made.
  public mutating func newIdentifier(prefix: String) throws -> String {
    TimeOrderedIdentifier.text(
      prefix: prefix, try nextStamp(), random: (random.next(), random.next()))
  }

  private mutating func nextStamp() throws -> TimeStamp {
    guard let stamp = head.stamp.next(now: now) else { throw StoreError.identifiersUsedUp }
    head.stamp = stamp
    return stamp
  }
}
