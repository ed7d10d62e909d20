/// The target of a figure, or of its ratio to the floor.
struct Target: Sendable {
  private enum Bound { case most, least }

  let isRatio: Bool
  private let bound: Bound
  private let limit: Double

  static func atMost(_ limit: Double) -> Target {
    Target(isRatio: false, bound: .most, limit: limit)
  }

  static func atLeast(_ limit: Double) -> Target {
    Target(isRatio: false, bound: .least, limit: limit)
  }

  static func atMost(floors limit: Double) -> Target {
    Target(isRatio: true, bound: .most, limit: limit)
  }

  static func atLeast(floors limit: Double) -> Target {
    Target(isRatio: true, bound: .least, limit: limit)
  }

  func isReached(by figure: Double) -> Bool {
    bound == .most ? figure <= limit : figure >= limit
  }

  var text: String {
    "\(bound == .most ? "at most" : "at least") \(limit.short)\(isRatio ? " ×" : "")"
  }
}
