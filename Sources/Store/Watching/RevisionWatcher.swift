/// The store's revision, each time that it grows, whichever process has written.
///
/// It begins with the revision there is. Whoever is slower than the writers gets the newest and not each; the
/// events in between are in the log. It ends when its task is cancelled.
public struct RevisionWatcher: AsyncSequence, Sendable {
  public typealias Element = UInt64
  public typealias Failure = any Error

  let revisions: AsyncThrowingStream<UInt64, any Error>

  public func makeAsyncIterator() -> AsyncThrowingStream<UInt64, any Error>.AsyncIterator {
    revisions.makeAsyncIterator()
  }
}

extension Store {
  /// Returns the revisions from the present one on.
  public func revisions() -> RevisionWatcher {
    RevisionWatcher(revisions: hub.subscribe())
  }
}
