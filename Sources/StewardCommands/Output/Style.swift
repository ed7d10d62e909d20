/// The look of text on a terminal: colours and weights, or none of them, and the length of a line.
struct Style: Sendable {
  var isEnabled: Bool
  /// The number of columns in a line; nil if lines are not cut, as in a pipe.
  var columns: Int?

  static let plain = Style(isEnabled: false)

  /// Creates the style of an output. It has colours only on a terminal that can show them, and
  /// never if NO_COLOR is set.
  init(environment: [String: String], isTerminal: Bool, columns: Int? = nil) {
    self.columns = isTerminal ? columns : nil
    let refused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    isEnabled = isTerminal && !refused && environment["TERM"] != "dumb"
  }

  init(isEnabled: Bool, columns: Int? = nil) {
    self.isEnabled = isEnabled
    self.columns = columns
  }

  enum Ink: String, Sendable {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
  }

  /// Returns `text` in the ink, if colours are on.
  func paint(_ text: String, _ ink: Ink?) -> String {
    guard isEnabled, let ink, !text.isEmpty else { return text }
    return "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m"
  }
}
