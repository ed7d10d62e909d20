internal import Store

/// What a check of the whole log came to.
struct LogVerification: Hashable, Sendable {
  /// The last event that is as it was written.
  var last: LogPosition
  /// The first that isn't; `nil` when all are.
  var finding: LogCorruption?

  /// Checks every event, and that the log still has all that it had once reached.
  static func run(
    of store: Store, reaching known: [LogPosition]
  ) async throws -> LogVerification {
    var verified = LogVerification(last: .start)
    do {
      while true {
        let reached = try store.verifyLog(after: verified.last)
        guard reached.revision > verified.last.revision else { break }
        verified.last = reached
        try Task.checkCancellation()
        // Other calls get their turn.
        await Task.yield()
      }
    } catch let found as LogCorruption {
      verified.finding = found
    }
    guard verified.finding == nil else { return verified }
    for position in known where verified.finding == nil {
      verified.finding = try verified.lost(position, in: store)
    }
    return verified
  }

  /// What speaks against the position that the log had once reached.
  private func lost(_ known: LogPosition, in store: Store) throws -> LogCorruption? {
    guard known.revision <= last.revision else {
      return LogCorruption(at: last.revision + 1, .cutOff(known.revision))
    }
    return try store.hasReached(known)
      ? nil : LogCorruption(at: known.revision, .rewritten)
  }
}
