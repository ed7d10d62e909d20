/// A splitter that cuts a stream of bytes into lines, in pieces of any length.
///
/// ```swift
/// var splitter = LineSplitter(limit: 1 << 20)
/// splitter.append(piece)
/// while let line = splitter.next() { use(line) }
/// guard !splitter.isOverLimit else { throw tooLong }
/// ```
///
/// It searches each byte once, and keeps no more of a line than the limit and one piece.
public struct LineSplitter: Sendable {
  /// A line without its end.
  public struct Line: Hashable, Sendable {
    /// The bytes, up to the limit.
    public let bytes: ArraySlice<UInt8>
    /// Whether the line is longer than the limit.
    public let isCut: Bool
  }

  /// The maximum number of bytes in a line.
  public let limit: Int
  /// What was appended. Those before ``start`` were taken.
  private var bytes: [UInt8] = []
  private var start = 0
  /// The index up to which there is no line end.
  private var searched = 0
  /// Whether bytes of the line that begins at ``start`` were dropped.
  private var isCut = false

  /// Creates a splitter.
  ///
  /// - Parameter limit: The maximum number of bytes in a line.
  public init(limit: Int) { self.limit = limit }

  /// Whether the line that has no end yet is longer than the limit. It is known once ``next()`` has
  /// returned nil.
  public var isOverLimit: Bool { isCut }

  /// Adds the next piece of the stream.
  public mutating func append(_ piece: some Sequence<UInt8>) {
    bytes.removeFirst(start)
    searched -= start
    start = 0
    bytes += piece
  }

  /// Takes the next line; nil if no line has an end yet.
  public mutating func next() -> Line? {
    guard let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
      dropExcess()
      searched = bytes.count
      return nil
    }
    return take(upTo: end, next: end + 1)
  }

  /// Takes the last line, which has no end; nil if there is none.
  public mutating func last() -> Line? {
    start < bytes.count ? take(upTo: bytes.count, next: bytes.count) : nil
  }

  /// Takes everything that is left, as it was appended.
  public mutating func rest() -> [UInt8] {
    defer { (bytes, start, searched, isCut) = ([], 0, 0, false) }
    return Array(bytes[start...])
  }

  private mutating func take(upTo end: Int, next: Int) -> Line {
    defer { (start, searched, isCut) = (next, next, false) }
    return Line(
      bytes: bytes[start..<end].prefix(limit), isCut: isCut || end - start > limit)
  }

  private mutating func dropExcess() {
    let excess = bytes.count - start - limit
    guard excess > 0 else { return }
    bytes.removeLast(excess)
    isCut = true
  }
}
