internal import CSpawn
internal import Glibc
internal import Platform
internal import Synchronization

/// The single thread that starts and watches plugin processes.
///
/// It never ends: the kernel kills a plugin when the *thread* that started it ends, so that thread
/// must live as long as the program. As the executor of ``Supervision``, it also owns the state of
/// all supervision.
final class SupervisionThread: SerialExecutor {
  static let shared = SupervisionThread()

  private struct State {
    var jobs: [UnownedJob] = []
    var handlers: [Int32: @Sendable () -> Void] = [:]
    var timers = TimerQueue()
  }

  private let state = Mutex(State())
  /// A pipe in which a byte ends the thread's sleep.
  private let bell: Pipe

  private init() {
    do throws(SystemError) {
      bell = try Pipe()
    } catch {
      preconditionFailure("no descriptor is left for supervision: \(error)")
    }
    for end in [bell.reading.number, bell.writing.number] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    var thread = pthread_t()
    let created = pthread_create(
      &thread, nil, supervisionMain, Unmanaged.passRetained(self).toOpaque())
    precondition(created == 0, "no thread is left for supervision: \(SystemError.text(created))")
    pthread_detach(thread)
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    state.withLock { $0.jobs.append(job) }
    wake()
  }

  /// Calls `handler` on this thread whenever `descriptor` has something to read, until `forget`.
  func watch(_ descriptor: Int32, _ handler: @escaping @Sendable () -> Void) {
    state.withLock { $0.handlers[descriptor] = handler }
    wake()
  }

  /// Stops watching a descriptor. Must be called before the descriptor is closed.
  func forget(_ descriptor: Int32) {
    state.withLock { _ = $0.handlers.removeValue(forKey: descriptor) }
  }

  /// Calls `ring` on this thread at `due`, unless the timer is cancelled before.
  @discardableResult
  func setTimer(
    at due: ContinuousClock.Instant, _ ring: @escaping @Sendable () -> Void
  ) -> TimerQueue.Token {
    defer { wake() }
    return state.withLock { $0.timers.set(at: due, ring) }
  }

  func cancel(_ timer: TimerQueue.Token) {
    state.withLock { $0.timers.cancel(timer) }
  }

  private func wake() {
    var byte: UInt8 = 0
    // A full pipe means that the thread is about to wake anyway.
    _ = write(bell.writing.number, &byte, 1)
  }
}

extension SupervisionThread {
  fileprivate func run() {
    steward_name_thread("supervision")
    while true {
      handleReadable()
      fireDueTimers()
      runJobs()
    }
  }

  /// Sleeps until there is something to do, and calls the handlers of the descriptors that can be
  /// read.
  private func handleReadable() {
    var descriptors = state.withLock { state in
      ([bell.reading.number] + state.handlers.keys).map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
    }
    guard poll(&descriptors, nfds_t(descriptors.count), untilNextTimer()) > 0 else { return }
    for descriptor in descriptors where descriptor.revents != 0 {
      if descriptor.fd == bell.reading.number { silenceBell() } else { handle(descriptor.fd) }
    }
  }

  private func silenceBell() {
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(bell.reading.number, &bytes, bytes.count) == bytes.count {}
  }

  /// Calls the handler of a descriptor, unless another handler has forgotten the descriptor
  /// meanwhile.
  private func handle(_ descriptor: Int32) {
    let handler = state.withLock { $0.handlers[descriptor] }
    handler?()
  }

  private func runJobs() {
    let jobs = state.withLock { state in
      defer { state.jobs = [] }
      return state.jobs
    }
    for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
  }

  private func fireDueTimers() {
    let now = ContinuousClock.now
    for ring in state.withLock({ $0.timers.takeDue(at: now) }) { ring() }
  }

  /// Returns the time until the next timer in milliseconds, rounded up; -1 if no timer is set.
  private func untilNextTimer() -> Int32 {
    guard let next = state.withLock({ $0.timers.next() }) else { return -1 }
    let (seconds, attoseconds) = ContinuousClock.now.duration(to: next).components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    // A deadline may lie as far ahead as a caller likes, so a sleep is limited to an hour.
    return Int32(clamping: min(seconds, 3600) * 1000 + attoseconds / 1_000_000_000_000_000 + 1)
  }
}

/// The main function of the thread. A closure literal would inherit the isolation of the place
/// where it is written, so this is a function.
private func supervisionMain(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument else { return nil }
  Unmanaged<SupervisionThread>.fromOpaque(argument).takeRetainedValue().run()
  return nil
}

/// The isolation of everything that belongs to ``SupervisionThread``.
@globalActor actor Supervision {
  static let shared = Supervision()

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    SupervisionThread.shared.asUnownedSerialExecutor()
  }
}
