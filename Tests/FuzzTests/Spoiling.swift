import Randomness

extension SeededRandom {
  /// Changes, removes, inserts, flips or repeats a few bytes, at `changes` places at most.
  mutating func spoil(_ bytes: inout [UInt8], atMost changes: Int = 4) {
    for _ in 0..<Int.random(in: 0...changes, using: &self) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &self)
      switch Int.random(in: 0..<6, using: &self) {
      case 0: bytes[place] = byte()
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(byte(), at: place)
      case 3: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
      case 4: bytes.removeSubrange(place..<min(bytes.count, place + 5))
      default: bytes.insert(contentsOf: bytes[place...].prefix(9), at: place)
      }
    }
  }

  mutating func byte() -> UInt8 {
    // Bytes with a special meaning: zero, the first and last byte of a varint, a length that is too
    // long.
    oneIn(3)
      ? [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &self) ?? 0
      : .random(in: 0...255, using: &self)
  }

  mutating func bytes(_ counts: ClosedRange<Int>) -> [UInt8] {
    (0..<Int.random(in: counts, using: &self)).map { _ in byte() }
  }

  /// Returns a number that often causes errors: a small one, or one near a power of two.
  mutating func number() -> UInt64 {
    let power = UInt64(1) << UInt64.random(in: 0..<64, using: &self)
    return oneIn(2)
      ? .random(in: 0...9, using: &self) : power &+ .random(in: 0...2, using: &self) &- 1
  }

  mutating func text() -> String {
    [
      "", "a", "ü", "\u{1F600}", "a.B/C", "test.Fuzz/Echo", "\u{0}",
      String(repeating: "x", count: 300),
    ]
    .randomElement(using: &self) ?? ""
  }
}
