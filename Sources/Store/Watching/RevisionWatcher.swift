/// A sequence of the store's revision. It gives the revision each time it grows, whichever process
/// has written.
///
/// The first element is the current revision. A consumer that is slower than the writers gets only
/// the newest revision. The events in between are in the log. The sequence ends when its task is
/// cancelled.
public struct RevisionWatcher: AsyncSequence, Sendable {
  public typealias Element = UInt64
  public typealias Failure = any Error

  let revisions: AsyncThrowingStream<UInt64, any Error>

  public func makeAsyncIterator() -> AsyncThrowingStream<UInt64, any Error>.AsyncIterator {
    revisions.makeAsyncIterator()
  }
}

extension Store {
  /// Returns the sequence of revisions, beginning with the current one.
  public func revisions() -> RevisionWatcher {
    RevisionWatcher(revisions: hub.subscribe())
  }
}
