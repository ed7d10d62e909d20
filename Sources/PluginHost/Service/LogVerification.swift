internal import Store

/// The result of a check of the whole log.
struct LogVerification: Hashable, Sendable {
  /// The position of the last event that is unchanged since it was written.
  var last: LogPosition
  /// The first corruption that was found; `nil` when the log is intact.
  var finding: LogCorruption?

  /// Checks every event, and checks that the log still contains every position that it is known to
  /// have reached.
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
        // Lets other calls run in between.
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

  /// Returns the corruption if the log no longer contains a position that it once reached; `nil`
  /// otherwise.
  private func lost(_ known: LogPosition, in store: Store) throws -> LogCorruption? {
    guard known.revision <= last.revision else {
      return LogCorruption(at: last.revision + 1, .cutOff(known.revision))
    }
    return try store.hasReached(known)
      ? nil : LogCorruption(at: known.revision, .rewritten)
  }
}
