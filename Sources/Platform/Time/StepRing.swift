/// The points of the last steps of time: a value that uses no clock.
///
/// A step is a number that grows with time. The ring has a fixed length, whatever happens in it.
public struct StepRing<Point: Sendable>: Sendable {
  private let empty: Point
  private let capacity: Int
  /// The point of step n is at n modulo the capacity. There are none before the first step.
  private var points: [Point] = []
  /// The newest step that the ring has reached.
  private var newest = 0
  /// The place of its point.
  private var current = 0

  /// Creates a ring without points.
  ///
  /// - Parameters:
  ///   - capacity: How many steps are kept.
  ///   - empty: The point of a step in which nothing happened.
  public init(_ capacity: Int, of empty: Point) {
    self.capacity = capacity
    self.empty = empty
  }

  /// Begins a step. The steps since the newest one stay empty. A step that isn't newer changes
  /// nothing, so a clock that was set back loses no point.
  public mutating func advance(to step: Int) {
    if points.isEmpty {
      points = Array(repeating: empty, count: capacity)
      (newest, current) = (step, place(of: step))
    }
    guard step > newest else { return }
    let first = step - newest < capacity ? newest + 1 : step - capacity + 1
    for skipped in first...step { points[place(of: skipped)] = empty }
    (newest, current) = (step, place(of: step))
  }

  /// Changes the point of the newest step. There must be one.
  public mutating func change(_ body: (inout Point) -> Void) {
    body(&points[current])
  }

  /// Returns as many points as the capacity, the oldest first. The last one is that of `step`, or
  /// of the newest step if that is later.
  public func points(upTo step: Int) -> [Point] {
    guard !points.isEmpty else { return Array(repeating: empty, count: capacity) }
    let last = max(step, newest)
    return (last - capacity + 1...last).map { step in
      step <= newest && newest - step < capacity ? points[place(of: step)] : empty
    }
  }

  private func place(of step: Int) -> Int {
    let remainder = step % capacity
    return remainder < 0 ? remainder + capacity : remainder
  }
}
