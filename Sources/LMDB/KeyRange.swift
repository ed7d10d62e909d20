/// A range of keys in bytewise order.
public struct KeyRange: Hashable, Sendable {
  /// An end of a range.
  public enum Bound: Hashable, Sendable {
    case unbounded
    case inclusive([UInt8])
    case exclusive([UInt8])
  }

  /// The start of the range.
  public var lower: Bound

  /// The end of the range.
  public var upper: Bound

  /// Creates a range. Without bounds, it contains all keys.
  public init(from lower: Bound = .unbounded, to upper: Bound = .unbounded) {
    self.lower = lower
    self.upper = upper
  }

  /// Creates the range of all keys that begin with `prefix`.
  public init(prefix: [UInt8]) {
    self.init(from: .inclusive(prefix), to: Self.end(ofPrefix: prefix))
  }

  /// The least key that is greater than every key with the prefix. If the prefix has only bytes
  /// 0xFF, no such key exists.
  private static func end(ofPrefix prefix: [UInt8]) -> Bound {
    guard let last = prefix.lastIndex(where: { $0 < 0xFF }) else { return .unbounded }
    var end = Array(prefix[...last])
    end[last] += 1
    return .exclusive(end)
  }

  func begins(before key: RawSpan) -> Bool {
    switch lower {
    case .unbounded: true
    case .inclusive(let bound): unsafe !key.precedes(bound.span.bytes)
    case .exclusive(let bound): unsafe bound.span.bytes.precedes(key)
    }
  }

  func ends(after key: RawSpan) -> Bool {
    switch upper {
    case .unbounded: true
    case .inclusive(let bound): unsafe !bound.span.bytes.precedes(key)
    case .exclusive(let bound): unsafe key.precedes(bound.span.bytes)
    }
  }
}

extension RawSpan {
  /// Whether it sorts before `other`, as LMDB orders keys.
  func precedes(_ other: RawSpan) -> Bool {
    let common = min(byteCount, other.byteCount)
    for offset in 0..<common {
      let mine = unsafe unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
      let theirs = unsafe other.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
      if mine != theirs { return mine < theirs }
    }
    return byteCount < other.byteCount
  }
}
