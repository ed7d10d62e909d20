internal import Glibc

/// One iteration of a thread over what a connection has received.
///
/// What becomes ready in an iteration is done in it. The tasks that serve calls continue on the
/// same thread. At the end, the frames of every connection are sent, all frames of one connection
/// in one write.
final class LoopIteration {
  /// The maximum number of jobs that one iteration runs. A task that never stops must not keep its
  /// thread from reading.
  static let maximumJobs = 256

  private var jobs: [UnownedJob] = []
  private var jobsTaken = 0
  private var connections: [Connection] = []

  private init() {}

  /// Runs `body` as an iteration of the current thread, or as a part of its current iteration.
  static func take(_ body: () -> Void) {
    guard current == nil else { return body() }
    let iteration = LoopIteration()
    current = iteration
    body()
    iteration.runJobs()
    current = nil
    for connection in iteration.connections { connection.flush() }
  }

  /// Adds a job to the iteration. Returns false if the iteration has taken its maximum number of
  /// jobs.
  func add(_ job: UnownedJob) -> Bool {
    guard jobsTaken < Self.maximumJobs else { return false }
    jobsTaken += 1
    jobs.append(job)
    return true
  }

  /// Sends the frames of `connection` when the iteration ends.
  func flushAtEnd(_ connection: Connection) {
    if !connections.contains(where: { $0 === connection }) { connections.append(connection) }
  }

  private func runJobs() {
    let executor = ReaderExecutor.shared.asUnownedTaskExecutor()
    var next = 0
    while next < jobs.count {
      jobs[next].runSynchronously(on: executor)
      next += 1
    }
  }
}

extension LoopIteration {
  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    precondition(pthread_key_create(&key, nil) == 0, "no thread-specific key is available")
    return key
  }()

  /// The current thread's iteration, if there is one. The thread's stack keeps the iteration alive.
  fileprivate(set) static var current: LoopIteration? {
    get {
      pthread_getspecific(key).map { Unmanaged<LoopIteration>.fromOpaque($0).takeUnretainedValue() }
    }
    set {
      pthread_setspecific(key, newValue.map { Unmanaged.passUnretained($0).toOpaque() })
    }
  }
}
