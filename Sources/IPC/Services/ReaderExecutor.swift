internal import Dispatch

/// An executor for the tasks that serve calls.
///
/// A connection's reading thread itself runs what it makes ready, before it writes and reads more.
/// So a handler that waits for a call of its own continues without a change of thread. Everything
/// else runs on the threads that run other tasks.
final class ReaderExecutor: TaskExecutor {
  static let shared = ReaderExecutor()

  private init() {}

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    if let iteration = LoopIteration.current, iteration.add(job) { return }
    DispatchQueue.global().async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
