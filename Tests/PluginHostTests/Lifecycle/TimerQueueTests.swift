import Synchronization
import Testing

@testable import PluginHost

@Suite("The queue of timers")
struct TimerQueueTests {
  private let start = ContinuousClock.now
  private let rung = RungTimers()

  @Test("Timers ring in the order of their times, and equal ones in the order of their setting")
  func order() {
    var queue = TimerQueue()
    for (number, seconds) in [3, 1, 2, 1].enumerated() {
      _ = queue.set(at: start + .seconds(seconds)) { [rung] in rung.note(number) }
    }
    #expect(queue.next() == start + .seconds(1))
    #expect(queue.takeDue(at: start).isEmpty)
    for ring in queue.takeDue(at: start + .seconds(2)) { ring() }
    #expect(rung.numbers == [1, 3, 2])
    #expect(queue.next() == start + .seconds(3))
  }

  @Test("A cancelled timer does not ring, and is not the next one")
  func cancelled() {
    var queue = TimerQueue()
    let first = queue.set(at: start + .seconds(1)) { [rung] in rung.note(1) }
    let second = queue.set(at: start + .seconds(2)) { [rung] in rung.note(2) }
    queue.cancel(first)
    #expect(queue.next() == start + .seconds(2))
    for ring in queue.takeDue(at: start + .seconds(9)) { ring() }
    #expect(rung.numbers == [2])
    queue.cancel(second)
    #expect(queue.next() == nil)
  }

  @Test("A timer keeps its time while many others are cancelled")
  func many() {
    var queue = TimerQueue()
    _ = queue.set(at: start + .seconds(60)) { [rung] in rung.note(0) }
    for _ in 0..<1000 { queue.cancel(queue.set(at: start + .seconds(3600)) {}) }
    #expect(queue.next() == start + .seconds(60))
    for ring in queue.takeDue(at: start + .seconds(60)) { ring() }
    #expect(rung.numbers == [0])
    #expect(queue.next() == nil)
  }
}

/// The numbers of the timers that have rung.
private final class RungTimers: Sendable {
  private let state = Mutex<[Int]>([])

  var numbers: [Int] { state.withLock(\.self) }

  func note(_ number: Int) { state.withLock { $0.append(number) } }
}
