import Testing

@testable import Store

@Suite("The encoding of index keys")
struct IndexKeyTests {
  /// Texts that end with, continue with and contain the bytes that the encoding uses itself.
  static let texts = ["", "\0", "\0\0", "\u{1}", "a", "a\0", "a\0b", "a\u{1}", "ab", "b", "\u{7F}"]

  @Test("Index keys sort in the order of their components")
  func order() {
    let pairs = Self.texts.flatMap { first in Self.texts.map { [first, $0] } }
    for one in pairs {
      for other in pairs {
        let (left, right) = (IndexKey(one[0], one[1]).bytes, IndexKey(other[0], other[1]).bytes)
        let expected = one.map(\.utf8Array).lexicographicallyPrecedes(other.map(\.utf8Array)) {
          $0.lexicographicallyPrecedes($1)
        }
        #expect(left.lexicographicallyPrecedes(right) == expected)
      }
    }
  }

  @Test("An index key is a prefix only of the keys that begin with its components")
  func prefix() {
    for first in Self.texts {
      for other in Self.texts {
        let isPrefix = IndexKey(other, "x").bytes.starts(with: IndexKey(first).bytes)
        #expect(isPrefix == (first == other))
      }
    }
  }

  @Test("Numbers and flags in index keys sort in their own order")
  func numbers() {
    let keys: [IndexKey] = [
      [.flag(false), .number(0)], [.flag(false), .number(255)], [.flag(false), .number(256)],
      [.flag(false), .number(.max)], [.flag(true), .number(0)],
    ]
    for (one, other) in zip(keys, keys.dropFirst()) {
      #expect(one.bytes.lexicographicallyPrecedes(other.bytes))
    }
  }
}

extension String {
  fileprivate var utf8Array: [UInt8] { Array(utf8) }
}
