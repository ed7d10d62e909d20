/// The elements of a drawing. Their names would shadow too many others if they were global.
public enum SVG {
  /// The name of a drawing or shape.
  public static let title = Tag("title")
  /// A group of shapes.
  public static let g = Tag("g")
  /// A drawing that ``use`` draws.
  public static let symbol = Tag("symbol")
  /// A symbol that is drawn here. Its `href` is a fragment.
  public static let use = Tag("use")
  /// A shape of lines and curves.
  public static let path = Tag("path")
  /// A rectangle.
  public static let rect = Tag("rect")
  /// A circle.
  public static let circle = Tag("circle")
  /// A straight line.
  public static let line = Tag("line")
  /// A line through points.
  public static let polyline = Tag("polyline")
  /// A text at a point.
  public static let text = Tag("text")

  /// A color: none, that of the text, or red, green and blue. Other paints can name addresses.
  public struct Color: Hashable, Sendable {
    let text: String

    /// No color.
    public static let none = Color(text: "none")
    /// The color of the text around the drawing.
    public static let currentColor = Color(text: "currentColor")

    private init(text: String) { self.text = text }

    /// Creates a color from `#` and six hexadecimal digits, or returns nil if the text is none.
    public init?(hex text: String) {
      let isValid = text.utf8.count == 7 && text.utf8.first == UInt8(ascii: "#")
      guard isValid, text.utf8.dropFirst().allSatisfy(\.isHexadecimal) else { return nil }
      self.text = text
    }
  }

  /// A point of a drawing.
  public struct Point: Hashable, Sendable {
    /// The distance from the left edge.
    public var x: Double
    /// The distance from the upper edge.
    public var y: Double

    /// Creates a point.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }
}

extension UInt8 {
  fileprivate var isHexadecimal: Bool {
    isAlphanumeric && self | 0x20 <= UInt8(ascii: "f")
  }
}
