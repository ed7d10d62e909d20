import Hummingbird

/// The parameters of a request's query, decoded and in their order.
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

  /// Decodes percent-encoding. `+` stands for a space, as in forms.
  private static func decoded(_ text: Substring) throws(APIError) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
      return String(text)
    }
    guard let bytes = bytes(of: text), let decoded = String(validating: bytes, as: UTF8.self),
      !bytes.contains(0)
    else {
      throw APIError(.invalidRequest, "The query is not percent-encoded UTF-8.")
    }
    return decoded
  }

  private static func bytes(of text: Substring) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let digits = String(rest.prefix(2)), digits.utf8.count == 2,
          digits.allSatisfy(\.isHexDigit), let value = UInt8(digits, radix: 16)
        else { return nil }
        bytes.append(value)
        rest = rest.dropFirst(2)
      default: bytes.append(byte)
      }
    }
    return bytes
  }
}
