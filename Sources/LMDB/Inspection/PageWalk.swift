/// A walk over every page that a commit refers to.
///
/// LMDB trusts the contents of its pages. A damaged page ends the process, or makes LMDB write to a
/// wrong place. So the walk checks the pages first. It doesn't judge the contents of keys and
/// values.
struct PageWalk {
  /// The meaning of a tree's values to the walk.
  private enum Values {
    case opaque, freePages, databases
  }

  /// The maximum depth that a cursor of LMDB reaches. (mdb.c, `CURSOR_STACK`.)
  private static let deepest = 32

  private let file: DataFile
  /// The number of pages that were ever in use. The next property is how many of them the file
  /// holds. A sound file may hold fewer, because LMDB never writes a page that the same transaction
  /// takes and frees.
  private let pageCount: UInt64
  private let present: UInt64
  /// The pages met so far. Each page has one place, in a tree or among the free pages.
  private var met: PageSet

  /// Walks over all trees of a commit.
  ///
  /// - Throws: ``PageFlaw`` for the first damage found; ``LMDBError`` if the file can't be read.
  static func run(over trees: CommittedTrees, of file: DataFile) throws {
    var walk = PageWalk(file, trees, present: try file.pageCount())
    try walk.visit(trees.free, of: "the free pages", .freePages)
    try walk.visit(trees.main, of: "the list of databases", .databases)
  }

  private init(_ file: DataFile, _ trees: CommittedTrees, present: UInt64) {
    self.file = file
    self.present = present
    pageCount = trees.pageCount
    met = PageSet(count: present)
    // The two meta pages are always in use.
    for page in 0..<min(2, present) { _ = met.insert(page) }
  }

  private mutating func visit(_ tree: PageTree, of owner: String, _ values: Values) throws {
    guard let root = tree.root else { return }
    guard 1...Self.deepest ~= tree.depth else {
      throw PageFlaw(root, of: owner, "is the root of a tree of \(tree.depth) levels")
    }
    try visit(root, levels: tree.depth, of: owner, values)
  }

  private mutating func visit(
    _ number: UInt64, levels: Int, of owner: String, _ values: Values
  ) throws {
    try meet(number, of: owner)
    guard let page = try file.page(number) else { throw Self.missing(number, owner) }
    let isLeaf = levels == 1
    guard page.number == number, page.kind == (isLeaf ? .leaf : .branch),
      let nodes = page.nodes(isLeaf: isLeaf), nodes.count > (isLeaf ? 0 : 1)
    else {
      throw PageFlaw(number, of: owner, "has invalid content")
    }
    for node in nodes {
      if isLeaf {
        try visit(node, on: number, of: owner, values)
      } else {
        try visit(node.child, levels: levels - 1, of: owner, values)
      }
    }
  }

  private mutating func visit(
    _ leaf: DataPage.Node, on page: UInt64, of owner: String, _ values: Values
  ) throws {
    guard leaf.isDatabase == (values == .databases) else { throw Self.wrongEntry(page, owner) }
    if leaf.isOverflow { try meetOverflow(of: leaf, owner) }
    switch values {
    case .opaque: break
    case .databases:
      guard leaf.value.count == PageTree.size else { throw Self.wrongEntry(page, owner) }
      let name = String(decoding: leaf.key, as: UTF8.self)
      try visit(PageTree(leaf.value), of: "\"\(name)\"", .opaque)
    case .freePages: try meetFree(leaf, on: page, of: owner)
    }
  }

  /// Marks the pages that hold one long value as met.
  private mutating func meetOverflow(of leaf: DataPage.Node, _ owner: String) throws {
    let first = leaf.firstOverflowPage
    guard let header = try file.bytes(DataPage.headerSize, ofPage: first).map(DataPage.init) else {
      throw Self.missing(first, owner)
    }
    let needed = UInt64((DataPage.headerSize + leaf.valueSize - 1) / file.pageSize + 1)
    guard header.number == first, header.kind == .overflow, header.overflowCount >= needed,
      header.overflowCount <= pageCount
    else { throw PageFlaw(first, of: owner, "has invalid content") }
    for page in first..<first + header.overflowCount { try meet(page, of: owner) }
  }

  /// Marks the pages that an entry lists as free. The entry holds their count, then their numbers.
  private mutating func meetFree(
    _ leaf: DataPage.Node, on page: UInt64, of owner: String
  ) throws {
    let numbers = try leaf.isOverflow ? overflowValue(of: leaf) : Array(leaf.value)
    let most = UInt64(numbers.count / 8)
    guard most > 0, case let count = numbers.littleEndian(at: 0, 8), count < most else {
      throw Self.wrongEntry(page, owner)
    }
    for index in 0..<Int(count) {
      let free = numbers.littleEndian(at: 8 + 8 * index, 8)
      guard 2..<pageCount ~= free else { throw Self.wrongEntry(page, owner) }
      // The file may end before pages that were never written.
      if free < present { try meet(free, of: owner) }
    }
  }

  private func overflowValue(of leaf: DataPage.Node) throws -> [UInt8] {
    let length = DataPage.headerSize + leaf.valueSize
    guard let bytes = try file.bytes(length, ofPage: leaf.firstOverflowPage) else { return [] }
    return Array(bytes.dropFirst(DataPage.headerSize))
  }

  private mutating func meet(_ page: UInt64, of owner: String) throws {
    guard page < pageCount, page < present else { throw Self.missing(page, owner) }
    guard met.insert(page) else { throw PageFlaw(page, of: owner, "is in use for something else") }
  }

  private static func missing(_ page: UInt64, _ owner: String) -> PageFlaw {
    PageFlaw(page, of: owner, "lies beyond the end of the file")
  }

  private static func wrongEntry(_ page: UInt64, _ owner: String) -> PageFlaw {
    PageFlaw(page, of: owner, "has an entry of the wrong kind")
  }
}

/// A set of page numbers.
private struct PageSet {
  private var words: [UInt64]

  init(count: UInt64) {
    words = Array(repeating: 0, count: Int(count / 64 + 1))
  }

  /// Inserts a page and returns whether it is new.
  mutating func insert(_ page: UInt64) -> Bool {
    let (word, bit) = (Int(page / 64), UInt64(1) << (page % 64))
    defer { words[word] |= bit }
    return words[word] & bit == 0
  }
}
