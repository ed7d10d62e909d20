import Hummingbird

/// The parameters of a request's query, decoded and in their order.
///
/// A query that is not understood is refused. That is why Hummingbird's `queryParameters` is not
/// used: it doesn't decode names (`roles%5B%5D`) or `+`, it replaces invalid UTF-8, and it takes a
/// malformed encoding as text. Foundation's `URLComponents` doesn't decode `+` either.
struct Query: Hashable, Sendable {
  private let pairs: [Pair]

  private struct Pair: Hashable, Sendable {
    let name: String
    let value: String
  }

  /// - Throws: ``APIError`` if the query isn't percent-encoded UTF-8.
  init(_ request: Request) throws(APIError) {
    try self.init(request.uri.query ?? "")
  }

  init(_ text: String) throws(APIError) {
    var pairs: [Pair] = []
    for part in text.split(separator: "&") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      pairs.append(
        Pair(
          name: try Self.decoded(sides[0]),
          value: sides.count > 1 ? try Self.decoded(sides[1]) : ""))
    }
    self.pairs = pairs
  }

  /// Returns the value of a parameter; nil if it is absent.
  ///
  /// - Throws: ``APIError`` if the parameter is present more than once.
  func value(_ name: String) throws(APIError) -> String? {
    let found = pairs.filter { $0.name == name }
    guard found.count <= 1 else {
      throw APIError(
        .invalidRequest, "\(name): must be given only once, not \(found.count) times.")
    }
    return found.first?.value
  }

  /// Returns all values of a parameter that may be repeated, such as `roles[]=a&roles[]=b`, with or
  /// without the brackets.
  func values(_ name: String) -> [String] {
    pairs.filter { $0.name == name || $0.name == name + "[]" }.map(\.value)
  }

  /// Returns a whole number in a range; nil if the parameter is absent.
  func integer(_ name: String, in range: ClosedRange<Int32>) throws(APIError) -> Int32? {
    guard let text = try value(name) else { return nil }
    guard let number = Int32(text), range.contains(number) else {
      throw APIError(
        .invalidRequest,
        "\(name): must be a whole number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  /// Returns a boolean, also in Python's spelling; false if the parameter is absent.
  func flag(_ name: String) throws(APIError) -> Bool {
    switch try value(name) {
    case nil, "false", "False": return false
    case "true", "True": return true
    default: throw APIError(.invalidRequest, "\(name): must be true or false.")
    }
  }

  private static func decoded(_ text: Substring) throws(APIError) -> String {
    guard let decoded = FormEncoding.decode(text) else {
      throw APIError(.invalidRequest, "The query is not percent-encoded UTF-8.")
    }
    return decoded
  }
}
