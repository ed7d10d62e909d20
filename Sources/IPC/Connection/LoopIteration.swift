internal import Glibc

/// One turn of a thread at what a connection brought.
///
/// What becomes ready in a turn is done in it: the tasks that serve calls go on on this very thread,
/// and at the end the frames of every connection leave, all of one connection's in one write.
final class LoopIteration {
  /// How many jobs one turn runs at most: a task that goes on and on mustn't keep its thread from
  /// reading.
  static let maximumJobs = 256

  private var jobs: [UnownedJob] = []
  private var jobsTaken = 0
  private var connections: [Connection] = []

  private init() {}

  /// Runs `body` as the current thread's turn, or as a part of it.
  static func take(_ body: () -> Void) {
    guard current == nil else { return body() }
    let iteration = LoopIteration()
    current = iteration
    body()
    iteration.runJobs()
    current = nil
    for connection in iteration.connections { connection.flush() }
  }

  /// Takes a job into the turn, unless it has had its share.
  func add(_ job: UnownedJob) -> Bool {
    guard jobsTaken < Self.maximumJobs else { return false }
    jobsTaken += 1
    jobs.append(job)
    return true
  }

  /// Lets the frames of `connection` leave when the turn ends.
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
    precondition(pthread_key_create(&key, nil) == 0, "no thread-specific key is left")
    return key
  }()

  /// The current thread's turn, while it takes one; its stack keeps the turn alive.
  fileprivate(set) static var current: LoopIteration? {
    get {
      pthread_getspecific(key).map { Unmanaged<LoopIteration>.fromOpaque($0).takeUnretainedValue() }
    }
    set {
      pthread_setspecific(key, newValue.map { Unmanaged.passUnretained($0).toOpaque() })
    }
  }
}
