internal import Glibc
internal import Synchronization

/// The one thread of the process that waits for what no other thread waits for: descriptors that
/// become writable again, and timers.
///
/// It starts at the first use, and never ends. Both uses are rare. A descriptor is waited for only
/// while the other side is too slow, and a connection has one timer for all its calls.
final class Reactor: Sendable {
  /// The only reactor of the process.
  static let shared = Reactor()

  fileprivate struct State {
    var writers: [Int32: @Sendable () -> Void] = [:]
    var timers: [ObjectIdentifier: (at: ContinuousClock.Instant, timer: Timer)] = [:]
    /// When the thread's sleep ends, at most an hour ahead; nil while it doesn't sleep.
    var sleepsUntil: ContinuousClock.Instant?
    var isRunning = false
  }

  private let state = Mutex(State())
  /// A pipe to the thread itself: a byte in it ends the sleep.
  private let wakeReader: Int32
  private let wakeWriter: Int32

  private init() {
    var ends: [Int32] = [-1, -1]
    precondition(pipe(&ends) == 0, "no descriptor is left for the reactor: errno \(errno)")
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    wakeReader = ends[0]
    wakeWriter = ends[1]
  }

  /// Calls `body` once, on the reactor's thread, when `descriptor` takes bytes again.
  func whenWritable(_ descriptor: Int32, _ body: @escaping @Sendable () -> Void) {
    let mustWake = state.withLock { state in
      state.startIfNeeded(self)
      state.writers[descriptor] = body
      return state.sleepsUntil != nil
    }
    if mustWake { wake() }
  }

  /// Forgets a descriptor. Call this before the descriptor is closed.
  func forget(_ descriptor: Int32) {
    state.withLock { _ = $0.writers.removeValue(forKey: descriptor) }
  }

  /// Fires `timer` at `instant`, or earlier if it is already set to an earlier time.
  func schedule(_ timer: Timer, at instant: ContinuousClock.Instant) {
    let mustWake = state.withLock { state in
      state.startIfNeeded(self)
      let key = ObjectIdentifier(timer)
      state.timers[key] = (min(state.timers[key]?.at ?? instant, instant), timer)
      return state.sleepsUntil.map { instant < $0 } ?? false
    }
    if mustWake { wake() }
  }

  private func wake() {
    // A full pipe works too, because the byte that ends the sleep is in it already.
    _ = write(wakeWriter, [0], 1)
  }

  fileprivate func run() {
    while true {
      var (descriptors, timeout) = state.withLock { $0.prepareSleep(wakeReader) }
      poll(&descriptors, nfds_t(descriptors.count), timeout)
      let (writers, timers) = state.withLock { $0.takeDue(descriptors, at: .now) }
      emptyWakePipe()
      for writer in writers { writer() }
      for timer in timers { timer.schedule() }
    }
  }

  private func emptyWakePipe() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(wakeReader, &bytes, bytes.count) == bytes.count {}
  }
}

extension Reactor.State {
  fileprivate mutating func startIfNeeded(_ reactor: Reactor) {
    guard !isRunning else { return }
    isRunning = Thread.start { reactor.run() }
    precondition(isRunning, "no thread is left for the reactor")
  }

  /// Returns the descriptors to wait for, and the timeout in milliseconds.
  fileprivate mutating func prepareSleep(_ wakeReader: Int32) -> ([pollfd], Int32) {
    let awaited = writers.keys.map { pollfd(fd: $0, events: Int16(POLLOUT), revents: 0) }
    let now = ContinuousClock.now
    let until = min(
      timers.values.lazy.map(\.at).min() ?? now + .seconds(3600), now + .seconds(3600))
    sleepsUntil = until
    let waker = pollfd(fd: wakeReader, events: Int16(POLLIN), revents: 0)
    return (awaited + [waker], (until - now).millisecondsRoundedUp)
  }

  fileprivate mutating func takeDue(
    _ descriptors: [pollfd], at now: ContinuousClock.Instant
  ) -> ([@Sendable () -> Void], [Timer]) {
    sleepsUntil = nil
    let writable = descriptors.filter { $0.revents != 0 }
    let resumed = writable.compactMap { writers.removeValue(forKey: $0.fd) }
    let due = timers.filter { $0.value.at <= now }
    for key in due.keys { timers[key] = nil }
    return (resumed, due.values.map(\.timer))
  }
}

extension Duration {
  /// The duration in milliseconds, rounded up. So a sleep never ends just before its timer is due,
  /// and need not be repeated.
  fileprivate var millisecondsRoundedUp: Int32 {
    let (seconds, attoseconds) = components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    return Int32(
      clamping: seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
