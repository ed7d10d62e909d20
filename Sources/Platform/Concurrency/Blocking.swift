internal import Glibc
internal import Status

/// Work that blocks its thread, such as a read from a disk or the hashing of a password.
///
/// Each piece of work gets a thread of its own. On the cooperative pool it would delay every other
/// task.
public enum Blocking {
  /// Runs `body` on a thread of its own, and returns its result.
  ///
  /// - Throws: The error of `body`, or RESOURCE_EXHAUSTED if no thread can be started.
  public static func run<Result: Sendable>(
    _ body: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { caller in
      let work = BlockingWork { caller.resume(with: Swift.Result { try body() }) }
      var thread = pthread_t()
      let argument = Unmanaged.passRetained(work)
      let error = pthread_create(&thread, nil, blockingMain, argument.toOpaque())
      guard error == 0 else {
        argument.release()
        return caller.resume(throwing: Status.noThread(error))
      }
      pthread_detach(thread)
    }
  }
}

private final class BlockingWork: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// The main function of the thread. A closure literal would inherit the isolation of the place
/// where it is written, so this is a function.
private func blockingMain(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument else { return nil }
  Unmanaged<BlockingWork>.fromOpaque(argument).takeRetainedValue().run()
  return nil
}

extension Status {
  fileprivate static func noThread(_ error: Int32) -> Status {
    Status(
      .resourceExhausted, reason: "NO_THREAD",
      message: "A thread can't be started: \(SystemError.text(error)). Raise the limit of threads, "
        + "or end other programs.")
  }
}
