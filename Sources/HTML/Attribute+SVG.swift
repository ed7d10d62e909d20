extension Attribute {
  /// The part of the plane that a drawing shows: its left upper corner, width and height.
  public static func viewBox(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double
  ) -> Attribute {
    Attribute("viewBox", x, y, width, height)
  }

  /// The width of a drawing or rectangle.
  public static func width(_ length: Double) -> Attribute { Attribute("width", length) }

  /// The height of a drawing or rectangle.
  public static func height(_ length: Double) -> Attribute { Attribute("height", length) }

  /// The left edge of a rectangle or text.
  public static func x(_ place: Double) -> Attribute { Attribute("x", place) }

  /// The upper edge of a rectangle, or the base line of a text.
  public static func y(_ place: Double) -> Attribute { Attribute("y", place) }

  /// Where a line begins, from the left.
  public static func x1(_ place: Double) -> Attribute { Attribute("x1", place) }

  /// Where a line begins, from above.
  public static func y1(_ place: Double) -> Attribute { Attribute("y1", place) }

  /// Where a line ends, from the left.
  public static func x2(_ place: Double) -> Attribute { Attribute("x2", place) }

  /// Where a line ends, from above.
  public static func y2(_ place: Double) -> Attribute { Attribute("y2", place) }

  /// The centre of a circle, from the left.
  public static func cx(_ place: Double) -> Attribute { Attribute("cx", place) }

  /// The centre of a circle, from above.
  public static func cy(_ place: Double) -> Attribute { Attribute("cy", place) }

  /// The radius of a circle.
  public static func r(_ length: Double) -> Attribute { Attribute("r", length) }

  /// The radius of a rectangle's corners.
  public static func rx(_ length: Double) -> Attribute { Attribute("rx", length) }

  /// The lines and curves of a path.
  public static func d(_ commands: StaticString) -> Attribute { Attribute("d", commands) }

  /// The points of a line.
  public static func points(_ points: [SVG.Point]) -> Attribute {
    Attribute("points", value: .numbers(points.flatMap { [$0.x, $0.y] }))
  }

  /// The color of an area.
  public static func fill(_ color: SVG.Color) -> Attribute { Attribute("fill", text: color.text) }

  /// The color of a line.
  public static func stroke(_ color: SVG.Color) -> Attribute {
    Attribute("stroke", text: color.text)
  }

  /// The width of a line.
  public static func strokeWidth(_ length: Double) -> Attribute {
    Attribute("stroke-width", length)
  }

  /// The lengths of a broken line's parts and gaps, in turns.
  public static func strokeDasharray(_ lengths: [Double]) -> Attribute {
    Attribute("stroke-dasharray", value: .numbers(lengths))
  }

  /// How a line ends: `butt`, `round` or `square`.
  public static func strokeLinecap(_ shape: StaticString) -> Attribute {
    Attribute("stroke-linecap", shape)
  }

  /// How lines meet: `miter`, `round` or `bevel`.
  public static func strokeLinejoin(_ shape: StaticString) -> Attribute {
    Attribute("stroke-linejoin", shape)
  }

  /// Which part of a text is at its point: `start`, `middle` or `end`.
  public static func textAnchor(_ part: StaticString) -> Attribute {
    Attribute("text-anchor", part)
  }
}
