/// Something that is asked for once, by however many want it, and again when it has grown old.
struct Remembered<Value: Sendable>: Sendable {
  private var asked: (task: Task<Value, any Error>, since: ContinuousClock.Instant)?

  /// Returns the question that is no older than said: the one that was asked already, or a new one.
  mutating func asked(
    noOlderThan age: Duration, _ ask: @escaping @Sendable () async throws -> Value
  ) -> Task<Value, any Error> {
    let now = ContinuousClock.now
    if let asked, now - asked.since <= age { return asked.task }
    let task = Task { try await ask() }
    asked = (task, now)
    return task
  }

  /// Has it asked anew by the next one, unless it was already.
  mutating func forget(_ task: Task<Value, any Error>) {
    if asked?.task == task { asked = nil }
  }
}
