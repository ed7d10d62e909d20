internal import Dispatch

/// Runs the tasks that serve calls.
///
/// What a connection's reading thread makes ready, it runs itself before it writes and reads on: a
/// handler that waits for a call of its own goes on without a change of thread. All else runs on
/// the threads that run other tasks.
final class ReaderExecutor: TaskExecutor {
  static let shared = ReaderExecutor()

  private init() {}

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    if let iteration = LoopIteration.current, iteration.add(job) { return }
    DispatchQueue.global().async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
