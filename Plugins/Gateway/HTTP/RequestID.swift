import Platform

/// The id of a request in its response and in the access log: `req_` and 24 base58 characters.
struct RequestID: Hashable, Sendable, CustomStringConvertible {
  private static let length = 24
  /// The number of characters that one random number provides: 58¹⁰ < 2⁶⁴.
  private static let charactersPerWord = 10

  let description: String

  /// Creates an id that is unique with near certainty.
  init() {
    var generator = SystemRandomNumberGenerator()
    description = String(unsafeUninitializedCapacity: Self.length + 4) { bytes in
      _ = bytes.initialize(fromContentsOf: "req_".utf8)
      var word: UInt64 = 0
      for place in 0..<Self.length {
        if place % Self.charactersPerWord == 0 { word = generator.next() }
        bytes.initializeElement(at: place + 4, to: Base58.letters[Int(word % 58)])
        word /= 58
      }
      return Self.length + 4
    }
  }
}
