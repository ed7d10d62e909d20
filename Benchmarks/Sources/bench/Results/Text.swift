import Foundation

extension [Double] {
  var median: Double {
    let sorted = sorted()
    return sorted[sorted.count / 2]
  }
}

extension Double {
  var short: String {
    String(format: self >= 1000 ? "%.0f" : self >= 0.01 || self == 0 ? "%.2f" : "%.4f", self)
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
