extension Store {
  /// Runs `body` with a transaction, and returns once all changes are on the disk.
  ///
  /// The write waits for its turn on the store's own thread. If `body` throws, nothing has changed,
  /// and other writes are not affected. If the task is cancelled before its turn, `body` is not
  /// run. Keep `body` short, because all other writers wait for it.
  ///
  /// `body` may only read and change the store. If another write of the same commit fails, all of
  /// them are rolled back, and `body` runs once more. Only the effects and the result of the last
  /// run count.
  @discardableResult
  public func write<Result: Sendable>(
    _ change: Change, _ body: @escaping @Sendable (inout WriteTransaction) throws -> Result
  ) async throws -> Result {
    try await submit(WriteRequest(change, isDryRun: false, body))
  }

  /// Runs `body` as a write would, returns its result, and rolls back its changes.
  public func dryRun<Result: Sendable>(
    _ change: Change, _ body: @escaping @Sendable (inout WriteTransaction) throws -> Result
  ) async throws -> Result {
    try await submit(WriteRequest(change, isDryRun: true, body))
  }

  /// Submits a job, and keeps the store alive until the write is done.
  private func submit<Result>(_ job: WriteRequest<Result>) async throws -> Result {
    defer { withExtendedLifetime(self) {} }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { caller in
        job.await(by: caller)
        writer.submit(job)
      }
    } onCancel: {
      job.cancel()
    }
  }
}
