import Synchronization

/// The number of values below each of some limits. It is counted without a lock.
final class Histogram: Sendable {
  /// The limits in seconds, from a response out of memory to the time when people give up.
  static let limits: [Double] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
  ]

  struct Reading: Sendable {
    /// For each limit, the number of values that are not greater.
    var cumulative: [UInt64]
    var count: UInt64
    var sum: Double
  }

  private let below: [Counter] = limits.map { _ in Counter() }
  private let beyond = Counter()
  private let nanoseconds = Counter()

  func add(_ duration: Duration) {
    let seconds = duration / .seconds(1)
    (Self.limits.firstIndex { seconds <= $0 }.map { below[$0] } ?? beyond).add(1)
    nanoseconds.add(UInt64(max(0, duration / .nanoseconds(1))))
  }

  var reading: Reading {
    var total: UInt64 = 0
    let cumulative = below.map { counter in
      total += counter.value
      return total
    }
    return Reading(
      cumulative: cumulative, count: total + beyond.value,
      sum: Double(nanoseconds.value) / 1_000_000_000)
  }
}

/// A number that many threads add to.
final class Counter: Sendable {
  private let number = Atomic<UInt64>(0)

  var value: UInt64 { number.load(ordering: .relaxed) }

  func add(_ amount: UInt64) { number.wrappingAdd(amount, ordering: .relaxed) }
}

/// A number that rises and falls.
final class Gauge: Sendable {
  private let number = Atomic<Int>(0)

  var value: Int { number.load(ordering: .relaxed) }

  func rise() { number.wrappingAdd(1, ordering: .relaxed) }
  func fall() { number.wrappingSubtract(1, ordering: .relaxed) }
}
