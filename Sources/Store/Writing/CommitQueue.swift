internal import Dispatch

/// The writes that stand in line, and when it is time for the next commit. It decides; ``Writer`` acts.
///
/// Callers who were just told of a commit often come again at once. A commit that began with the first of them
/// would make the others wait for two. So it waits for as many as can be expected, though for no longer than a
/// part of what a commit costs: who is alone never waits.
struct CommitQueue {
  /// Bounds how long the first of a batch waits for the last, and how much a failed commit takes with it.
  private static let maximumAtOnce = 512

  /// What whoever comes has to do.
  enum Arrival: Equatable {
    case start
    case wake
    case nothing
  }

  private var waiting: [any WriteJob] = []
  /// Those who were told last, should they all come again, and those who stood in line at that time.
  private var expected = 0
  private var patience = DispatchTime(uptimeNanoseconds: 0)
  private var isRunning = false
  private var isGathering = false

  var count: Int { waiting.count }

  /// Lets a job join the line.
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

  /// Returns until when to wait for more to join, unless all who can be expected have.
  mutating func gather() -> DispatchTime? {
    guard !waiting.isEmpty, waiting.count < expected else { return nil }
    isGathering = true
    return patience
  }

  /// Ends the wait for more; returns whether somebody has ended it already.
  mutating func endGathering() -> Bool {
    defer { isGathering = false }
    return !isGathering
  }

  /// Takes those whose turn it is out of the line; `nil` when there are none, and the next to come must start.
  mutating func next() -> ArraySlice<any WriteJob>? {
    guard !waiting.isEmpty else {
      isRunning = false
      return nil
    }
    let jobs = waiting.prefix(Self.maximumAtOnce)
    waiting.removeFirst(jobs.count)
    return jobs
  }

  /// Remembers that so many are about to be told, and until when the others may wait for them.
  mutating func expect(_ told: Int, until patience: DispatchTime) {
    expected = min(told + waiting.count, Self.maximumAtOnce)
    self.patience = patience
  }
}
