internal import Glibc

/// Separate threads for work that blocks. The cooperative pool has only one thread per core.
enum Thread {
  /// Starts a thread that runs `body` and ends with it.
  ///
  /// - Returns: Whether the system could create the thread.
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

/// This is a function and not a closure literal. A closure literal inside isolated code would
/// inherit that isolation, and would trap on the new thread.
private func threadMain(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument else { return nil }
  Unmanaged<Thread.Job>.fromOpaque(argument).takeRetainedValue().body()
  return nil
}
