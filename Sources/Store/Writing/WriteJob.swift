internal import Synchronization

/// A write that waits for its turn.
protocol WriteJob: AnyObject, Sendable {
  var change: Change { get }

  /// Whether the job's changes are always rolled back.
  var isDryRun: Bool { get }

  /// Runs the closure, stores its outcome, and returns whether to keep its changes.
  ///
  /// The closure may run again. The outcome of the last run counts.
  func run(in tx: inout WriteTransaction) -> Bool

  /// Stores that the job has failed, before or after its closure ran.
  func fail(_ error: any Error)

  /// Resumes the caller with the outcome.
  func finish()
}

/// A closure, its result, and the task that waits for it.
final class WriteRequest<Result: Sendable>: WriteJob {
  private struct State {
    var outcome: Swift.Result<Result, any Error>?
    var isCancelled = false
    var caller: CheckedContinuation<Result, any Error>?
  }

  let change: Change
  let isDryRun: Bool

  private let body: @Sendable (inout WriteTransaction) throws -> Result
  private let state = Mutex(State())

  init(
    _ change: Change, isDryRun: Bool,
    _ body: @escaping @Sendable (inout WriteTransaction) throws -> Result
  ) {
    self.change = change
    self.isDryRun = isDryRun
    self.body = body
  }

  func await(by caller: CheckedContinuation<Result, any Error>) {
    state.withLock { $0.caller = caller }
  }

  /// Cancels the job. If the closure has not started yet, it won't run.
  func cancel() {
    state.withLock { $0.isCancelled = true }
  }

  func run(in tx: inout WriteTransaction) -> Bool {
    do {
      guard !state.withLock({ $0.isCancelled }) else { throw CancellationError() }
      let result = try body(&tx)
      state.withLock { $0.outcome = .success(result) }
      return !isDryRun
    } catch {
      fail(error)
      return false
    }
  }

  func fail(_ error: any Error) {
    state.withLock { $0.outcome = .failure(StoreError.describing(error)) }
  }

  func finish() {
    let (caller, outcome) = state.withLock { state in (state.caller.take(), state.outcome) }
    guard let outcome else { preconditionFailure("a write was finished before it ran") }
    caller?.resume(with: outcome)
  }
}
