import HTML

/// A line of numbers without axes, as small as a word. The number beside it says how much the last
/// one is.
struct Sparkline: Sendable {
  private static let (width, height) = (80.0, 16.0)

  /// The numbers in order; nil where there is none.
  let values: [Double?]

  var drawing: Markup {
    let peak = max(1, values.compactMap { $0 }.max() ?? 0)
    let pitch = Self.width / Double(max(1, values.count - 1))
    let points = values.enumerated().compactMap { place, value in
      value.map { SVG.Point(x: Double(place) * pitch, y: 1 + (Self.height - 2) * (1 - $0 / peak)) }
    }
    guard points.count > 1 else { return .nothing }
    return svg(
      .viewBox(0, 0, Self.width, Self.height), .width(Self.width), .height(Self.height),
      .ariaHidden(true)
    ) {
      SVG.polyline(
        .points(points), .fill(.none), .stroke(.currentColor), .strokeLinejoin("round")
      ) {}
    }
  }
}
