/// The bytes of one page, as LMDB 0.9 lays them out. (mdb.c, `MDB_page`, `MDB_node`, `MDB_meta`.)
///
/// The reader trusts none of the bytes. If an offset leads out of the page, or a node isn't sound,
/// the result is `nil`.
struct DataPage {
  /// The kinds of pages, by the bits of `mp_flags`.
  enum Kind: UInt16 {
    case branch = 0x01
    case leaf = 0x02
    case overflow = 0x04
    case meta = 0x08
  }

  static let headerSize = 16

  let bytes: [UInt8]

  var number: UInt64 { integer(at: 0, 8) }
  var kind: Kind? { Kind(rawValue: UInt16(integer(at: 10, 2))) }
  /// The number of pages that hold one long value, on the first of them.
  var overflowCount: UInt64 { integer(at: 12, 4) }

  private var lower: Int { Int(integer(at: 12, 2)) }
  private var upper: Int { Int(integer(at: 14, 2)) }

  /// Reads an integer at a place that is known to be in the page.
  private func integer(at offset: Int, _ size: Int) -> UInt64 {
    bytes.littleEndian(at: offset, size)
  }
}

extension DataPage {
  /// An entry of a branch or leaf page.
  struct Node {
    private static let headerSize = 8
    private static let bigData: UInt16 = 0x01
    private static let subData: UInt16 = 0x02

    /// The number of the page beneath, in a branch.
    let child: UInt64
    /// The length of the value in bytes, in a leaf.
    let valueSize: Int
    /// Whether the value is in pages of its own. The node then holds the number of the first one.
    let isOverflow: Bool
    /// Whether the value is the root of a named database.
    let isDatabase: Bool
    let key: ArraySlice<UInt8>
    /// The bytes that the node holds after the key.
    let value: ArraySlice<UInt8>
    /// The number of bytes of the page that the node takes. It is always even.
    let size: Int

    /// The number of the first page of an overflow value.
    var firstOverflowPage: UInt64 { value.littleEndian(at: value.startIndex, 8) }

    /// Reads the node at `offset`. Returns `nil` if the node doesn't lie within the page.
    fileprivate init?(_ page: [UInt8], at offset: Int, isLeaf: Bool) {
      guard offset + Self.headerSize <= page.count else { return nil }
      let flags = UInt16(page.littleEndian(at: offset + 4, 2))
      let keySize = Int(page.littleEndian(at: offset + 6, 2))
      child = page.littleEndian(at: offset, 6)
      valueSize = isLeaf ? Int(page.littleEndian(at: offset, 4)) : 0
      isOverflow = isLeaf && flags & Self.bigData != 0
      isDatabase = isLeaf && flags & Self.subData != 0
      let keyStart = offset + Self.headerSize
      let valueStart = keyStart + keySize
      let end = valueStart + (isOverflow ? 8 : valueSize)
      guard end <= page.count, !isLeaf || flags & ~(Self.bigData | Self.subData) == 0 else {
        return nil
      }
      key = page[keyStart..<valueStart]
      value = page[valueStart..<end]
      size = (end - offset + 1) & ~1
    }
  }

  /// Returns the entries of a branch or leaf, or `nil` if they don't fill the page exactly.
  func nodes(isLeaf: Bool) -> [Node]? {
    let count = (lower - Self.headerSize) / 2
    guard lower >= Self.headerSize, lower <= upper, upper <= bytes.count else { return nil }
    var nodes: [Node] = []
    nodes.reserveCapacity(count)
    var used = 0
    for index in 0..<count {
      let offset = Int(integer(at: Self.headerSize + 2 * index, 2))
      guard offset >= upper, let node = Node(bytes, at: offset, isLeaf: isLeaf) else { return nil }
      nodes.append(node)
      used += node.size
    }
    return used == bytes.count - upper ? nodes : nil
  }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
  /// Reads a little-endian integer of up to eight bytes.
  func littleEndian(at offset: Int, _ size: Int) -> UInt64 {
    var value: UInt64 = 0
    for index in (0..<size).reversed() { value = value << 8 | UInt64(self[offset + index]) }
    return value
  }
}
