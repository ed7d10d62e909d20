internal import Glibc

/// Threads of our own, for what blocks: the cooperative pool has as few threads as the machine cores.
enum Thread {
  /// Starts a thread that runs `body` and ends with it.
  ///
  /// - Returns: Whether the system had a thread to give.
  static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    let job = Unmanaged.passRetained(Job(body: body))
    var thread = pthread_t()
    guard pthread_create(&thread, nil, threadMain, job.toOpaque()) == 0 else {
      job.release()
      return false
    }
    pthread_detach(thread)
    return true
  }

  fileprivate final class Job: Sendable {
    let body: @Sendable () -> Void

    init(body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }
}

/// A function and not a closure literal: one written inside isolated code would inherit that
/// isolation, and trap on the new thread.
private func threadMain(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument else { return nil }
  Unmanaged<Thread.Job>.fromOpaque(argument).takeRetainedValue().body()
  return nil
}
