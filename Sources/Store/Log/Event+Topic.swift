public import StoreProtos

extension Event {
  /// The topic of the event: the part of its action before the first dot, as `session`.
  ///
  /// All events of one table have the same topic. A cache that depends on records declares their
  /// topics.
  public var topic: Substring { action.prefix { $0 != "." } }
}
