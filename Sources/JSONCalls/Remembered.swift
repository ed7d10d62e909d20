/// A value that is fetched once for all callers that ask for it, and again when it is too old.
struct Remembered<Value: Sendable>: Sendable {
  private var asked: (task: Task<Value, any Error>, since: ContinuousClock.Instant)?

  /// Returns the task that fetches the value: the last one if it is no older than `age`, else a new
  /// one.
  mutating func asked(
    noOlderThan age: Duration, _ ask: @escaping @Sendable () async throws -> Value
  ) -> Task<Value, any Error> {
    let now = ContinuousClock.now
    if let asked, now - asked.since <= age { return asked.task }
    let task = Task { try await ask() }
    asked = (task, now)
    return task
  }

  /// Forgets a failed task, so that the next caller fetches again. Does nothing if a newer task
  /// exists.
  mutating func forget(_ task: Task<Value, any Error>) {
    if asked?.task == task { asked = nil }
  }
}
