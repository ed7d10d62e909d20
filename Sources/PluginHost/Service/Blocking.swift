internal import Glibc
internal import IPC
internal import Status

/// Runs work that waits for a disk on a thread of its own, so that other calls continue meanwhile.
enum Blocking {
  static func run<Result: Sendable>(
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
      message: "The host can't start a thread: \(SystemError.text(error)). Raise the limit of "
        + "threads, or end other programs.")
  }
}
