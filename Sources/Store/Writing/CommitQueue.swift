internal import Dispatch

/// A queue of waiting writes. It decides when the next commit begins, and ``Writer`` carries that
/// out.
///
/// Callers whose write was just committed often write again at once. If a commit began with the
/// first of these writes, the others would wait for two commits. So the queue waits until all
/// expected writes have arrived. It waits only for a part of the time that a commit costs. A single
/// writer never waits.
struct CommitQueue {
  /// The maximum number of writes in a commit. It bounds how long the first write of a group waits
  /// for the last, and how many writes a failed commit affects.
  private static let maximumAtOnce = 512

  /// The action that a new write needs from the writer.
  enum Arrival: Equatable {
    case start
    case wake
    case nothing
  }

  private var waiting: [any WriteJob] = []
  /// The number of writes to wait for: the last group, as if all its callers wrote again, and the
  /// writes that waited at that time.
  private var expected = 0
  private var patience = DispatchTime(uptimeNanoseconds: 0)
  private var isRunning = false
  private var isGathering = false

  var count: Int { waiting.count }

  /// Adds a job to the queue.
  mutating func join(_ job: any WriteJob) -> Arrival {
    waiting.append(job)
    guard isRunning else {
      isRunning = true
      return .start
    }
    guard isGathering, waiting.count >= expected else { return .nothing }
    isGathering = false
    return .wake
  }

  /// Returns the time until which to wait for more jobs, or nil if all expected jobs are waiting.
  mutating func gather() -> DispatchTime? {
    guard !waiting.isEmpty, waiting.count < expected else { return nil }
    isGathering = true
    return patience
  }

  /// Ends the wait for more jobs. Returns whether a new job has already ended it.
  mutating func endGathering() -> Bool {
    defer { isGathering = false }
    return !isGathering
  }

  /// Removes the next jobs from the queue and returns them. Returns `nil` if there are none. The
  /// next job to join must then start the writer.
  mutating func next() -> ArraySlice<any WriteJob>? {
    guard !waiting.isEmpty else {
      isRunning = false
      return nil
    }
    let jobs = waiting.prefix(Self.maximumAtOnce)
    waiting.removeFirst(jobs.count)
    return jobs
  }

  /// Sets the number of jobs that are about to finish, and the time until which others may wait for
  /// their callers.
  mutating func expect(_ told: Int, until patience: DispatchTime) {
    expected = min(told + waiting.count, Self.maximumAtOnce)
    self.patience = patience
  }
}
