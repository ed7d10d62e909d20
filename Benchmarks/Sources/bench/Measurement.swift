import Foundation

/// One figure of one case, measured in several rounds, each beside its floor.
struct Measurement: Encodable {
  let name: String
  let unit: String
  /// What each round measured.
  let values: [Double]
  /// What the same round's floor measured; empty where there is no floor to compare with.
  let floors: [Double]

  var median: Double { values.median }

  /// The figure over its floor, round by round.
  var ratios: [Double] { zip(values, floors).map { $0 / $1 } }

  var line: String {
    let figure = "\(name.padded(to: 40)) \(median.short.leftPadded(to: 10)) \(unit.padded(to: 8))"
    guard !ratios.isEmpty else { return figure }
    let spread = "(\(ratios.min()!.short) to \(ratios.max()!.short))"
    return figure + " \(ratios.median.short.leftPadded(to: 7)) × the floor \(spread)"
  }
}

extension [Double] {
  var median: Double {
    let sorted = sorted()
    return sorted[sorted.count / 2]
  }
}

extension Double {
  var short: String {
    String(format: self >= 1000 ? "%.0f" : "%.2f", self)
  }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }

  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - count)) + self
  }
}
