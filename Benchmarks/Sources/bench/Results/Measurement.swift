import Foundation

/// One figure of one case, measured in several rounds, each with its floor.
struct Measurement: Encodable {
  let name: String
  let unit: String
  /// The target of the figure, if it has one.
  let target: Target?
  /// The figure of each round.
  var values: [Double] = []
  /// The floor of each round; empty where there is no floor to compare with.
  var floors: [Double] = []

  /// The figure divided by its floor, for each round.
  var ratios: [Double] { zip(values, floors).map { $0 / $1 } }

  /// Whether the target is reached; `nil` if there is no target.
  var isReached: Bool? {
    target.map { $0.isReached(by: $0.isRatio ? ratios.median : values.median) }
  }

  static let heading =
    "case".padded(to: 48) + "median".leftPadded(to: 10) + " " + "unit".padded(to: 10)
    + "× floor".leftPadded(to: 8) + "  (least to most)".padded(to: 22) + "target"

  var line: String {
    let spread = ratios.isEmpty ? values : ratios
    return name.padded(to: 48) + values.median.short.leftPadded(to: 10) + " "
      + unit.padded(to: 10) + (ratios.isEmpty ? "" : ratios.median.short).leftPadded(to: 8)
      + "  (\(spread.min()!.short) to \(spread.max()!.short))".padded(to: 22)
      + (target.map { "\($0.text)\(isReached == true ? "" : ", not reached")" } ?? "")
  }

  private enum CodingKeys: CodingKey {
    case name, unit, values, floors, median, ratio, target, isReached
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(unit, forKey: .unit)
    try container.encode(values, forKey: .values)
    try container.encode(values.median, forKey: .median)
    if !floors.isEmpty {
      try container.encode(floors, forKey: .floors)
      try container.encode(ratios.median, forKey: .ratio)
    }
    try container.encodeIfPresent(target?.text, forKey: .target)
    try container.encodeIfPresent(isReached, forKey: .isReached)
  }
}
