/// A walk over every page that a commit refers to.
///
/// LMDB believes what it finds in its pages: one that is damaged ends the process, or has it write where
/// it must not. So they are looked at before. What keys and values say isn't judged.
struct PageWalk {
  /// What the values of a tree are to the walk.
  private enum Values {
    case opaque, freePages, databases
  }

  /// No cursor of LMDB's reaches further down. (mdb.c, `CURSOR_STACK`.)
  private static let deepest = 32

  private let file: DataFile
  /// How many pages were ever in use, and how many of them the file holds. A sound file may hold fewer: a page that
  /// is freed by the transaction that took it is never written.
  private let pageCount: UInt64
  private let present: UInt64
  /// The pages that were met: each has one place, in a tree or among the free ones.
  private var met: PageSet

  /// - Throws: ``PageFlaw`` for the first damage that is met; ``LMDBError`` if the file can't be read.
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
    // The two meta pages are in use always.
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
      throw PageFlaw(number, of: owner, "does not hold what it must")
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

  /// Meets the pages that hold one long value.
  private mutating func meetOverflow(of leaf: DataPage.Node, _ owner: String) throws {
    let first = leaf.firstOverflowPage
    guard let header = try file.bytes(DataPage.headerSize, ofPage: first).map(DataPage.init) else {
      throw Self.missing(first, owner)
    }
    let needed = UInt64((DataPage.headerSize + leaf.valueSize - 1) / file.pageSize + 1)
    guard header.number == first, header.kind == .overflow, header.overflowCount >= needed,
      header.overflowCount <= pageCount
    else { throw PageFlaw(first, of: owner, "does not hold what it must") }
    for page in first..<first + header.overflowCount { try meet(page, of: owner) }
  }

  /// Meets the pages that an entry says to be free: how many there are, then their numbers.
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
      // Those that were never written take no room.
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
    PageFlaw(page, of: owner, "has an entry of a wrong kind")
  }
}

/// Which pages were met.
private struct PageSet {
  private var words: [UInt64]

  init(count: UInt64) {
    words = Array(repeating: 0, count: Int(count / 64 + 1))
  }

  /// Returns whether the page is new.
  mutating func insert(_ page: UInt64) -> Bool {
    let (word, bit) = (Int(page / 64), UInt64(1) << (page % 64))
    defer { words[word] |= bit }
    return words[word] & bit == 0
  }
}
