extension Store {
  /// Runs `body` with a transaction, and returns once all that it changed is on the disk.
  ///
  /// It waits its turn on the store's own thread. When `body` throws, nothing has changed; other writes are
  /// not affected. When the task is cancelled before its turn, `body` is not run. Keep `body` short: all
  /// other writers wait for it.
  ///
  /// Nor may it do anything but read and change the store: when another write of the same commit fails, all
  /// are rolled back and `body` runs once more. What its last run did and returned is what counts.
  @discardableResult
  public func write<Result: Sendable>(
    _ change: Change, _ body: @escaping @Sendable (inout WriteTransaction) throws -> Result
  ) async throws -> Result {
    try await submit(WriteRequest(change, isDryRun: false, body))
  }

  /// Runs `body` as a write would, returns its result, and takes back all that it changed.
  public func dryRun<Result: Sendable>(
    _ change: Change, _ body: @escaping @Sendable (inout WriteTransaction) throws -> Result
  ) async throws -> Result {
    try await submit(WriteRequest(change, isDryRun: true, body))
  }

  /// Keeps the store until the write is done.
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
