/// A generator that is random enough to choose keys, and cheaper than reading one.
public struct XorShift: RandomNumberGenerator {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  public init() {}

  public mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  /// Returns a random index of `count` elements.
  public mutating func index(below count: Int) -> Int {
    Int(next() % UInt64(count))
  }
}
