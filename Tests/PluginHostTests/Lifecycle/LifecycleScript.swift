import Testing

@testable import PluginHost

/// A lifecycle with a clock that only the test moves.
struct LifecycleScript {
  typealias Event = PluginLifecycle.Event
  typealias Action = PluginLifecycle.Action

  static let policy = LifecyclePolicy(
    initialBackoff: .milliseconds(100), maximumBackoff: .seconds(30),
    maximumServingBackoff: .milliseconds(500), maximumKilledBackoff: .milliseconds(250),
    resetAfter: .seconds(60), startTimeout: .seconds(10), stopTimeout: .seconds(5),
    drainTimeout: .seconds(30), hangUpGrace: .seconds(1), pingInterval: .seconds(5),
    pingTimeout: .seconds(15))

  var lifecycle: PluginLifecycle
  private(set) var now = ContinuousClock.now

  /// A chance of 0.5 means no jitter, so the delays are exactly the policy's.
  init(chance: Double = 0.5, _ events: Event...) {
    lifecycle = PluginLifecycle(policy: Self.policy, chance: { chance })
    for event in events { _ = lifecycle.handle(event, at: now) }
  }

  mutating func handle(_ event: Event) -> [Action] {
    lifecycle.handle(event, at: now)
  }

  /// Moves the clock to the time when the lifecycle wants to be woken, and wakes it.
  mutating func wake() -> [Action] {
    guard let due = lifecycle.wakeUpTime else { return [] }
    now = due
    return handle(.woke)
  }

  mutating func pass(_ time: Duration) {
    now += time
  }

  /// The time until the lifecycle wants to be woken, or nil if it doesn't.
  var nextWake: Duration? { lifecycle.wakeUpTime.map { $0 - now } }

  var phase: String {
    switch lifecycle.phase {
    case .stopped: "stopped"
    case .starting(let number, _): "starting \(number)"
    case .ready(let number): "ready \(number)"
    case .draining: "draining"
    case .backingOff: "backing off"
    case .failed: "failed"
    }
  }

  /// Makes the current process crash and the next one start, `count` times.
  mutating func crash(_ count: Int) {
    for number in 1...count {
      _ = handle(.exited(number, .exited(status: 1)))
      _ = wake()
    }
  }
}
