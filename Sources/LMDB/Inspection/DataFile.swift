internal import CLMDB
internal import Glibc

/// The data file of an environment, read without the map. A missing page is therefore an error, not
/// a signal.
struct DataFile {
  let pageSize: Int
  private let descriptor: Int32

  init(_ environment: OpaquePointer) throws(LMDBError) {
    var tree = MDB_stat()
    unsafe try check(mdb_env_stat(environment, &tree), "mdb_env_stat")
    pageSize = Int(tree.ms_psize)
    var descriptor: Int32 = -1
    unsafe try check(mdb_env_get_fd(environment, &descriptor), "mdb_env_get_fd")
    self.descriptor = descriptor
  }

  func information() throws(LMDBError) -> stat {
    var information = stat()
    guard unsafe fstat(descriptor, &information) == 0 else {
      throw LMDBError(LMDBError.Code(status: errno), "fstat")
    }
    return information
  }

  /// Returns the number of whole pages in the file.
  func pageCount() throws(LMDBError) -> UInt64 {
    UInt64(try information().st_size) / UInt64(pageSize)
  }

  /// Returns the first `count` bytes of a page, or `nil` if the file ends before them.
  func bytes(_ count: Int, ofPage number: UInt64) throws(LMDBError) -> [UInt8]? {
    guard number <= UInt64(Int.max / pageSize) else { return nil }
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let read = unsafe pread(
          descriptor, buffer.baseAddress! + filled, count - filled,
          off_t(Int(number) * pageSize + filled))
        if read < 0 && errno == EINTR { continue }
        guard read > 0 else {
          failure = read < 0 ? errno : 0
          return
        }
        filled += read
      }
    }
    guard failure == 0 else { throw LMDBError(LMDBError.Code(status: failure), "pread") }
    return bytes.count == count ? bytes : nil
  }

  func page(_ number: UInt64) throws(LMDBError) -> DataPage? {
    try bytes(pageSize, ofPage: number).map(DataPage.init)
  }

  /// Returns the trees of the commit with that number, or `nil` if later commits have replaced it.
  func commit(_ number: UInt64) throws(LMDBError) -> CommittedTrees? {
    for meta in 0...1 as ClosedRange<UInt64> {
      guard let page = try page(meta) else { continue }
      let trees = CommittedTrees(meta: page.bytes)
      if trees.commit == number { return trees }
    }
    return nil
  }
}

/// The content of a commit's meta page: the roots of the two trees that LMDB itself keeps.
struct CommittedTrees {
  /// The number of the commit.
  let commit: UInt64
  /// The number of pages that have ever been in use.
  let pageCount: UInt64
  /// The tree of the pages that may be used again.
  let free: PageTree
  /// The tree of the named databases.
  let main: PageTree

  fileprivate init(meta bytes: [UInt8]) {
    free = PageTree(bytes[40..<88])
    main = PageTree(bytes[88..<136])
    pageCount = bytes.littleEndian(at: 136, 8) &+ 1
    commit = bytes.littleEndian(at: 144, 8)
  }
}

/// The root of a tree of pages. (mdb.c, `MDB_db`.)
struct PageTree {
  static let size = 48

  let depth: Int
  /// The number of the root page, or `nil` if the tree is empty.
  let root: UInt64?

  init(_ bytes: ArraySlice<UInt8>) {
    depth = Int(bytes.littleEndian(at: bytes.startIndex + 6, 2))
    let root = bytes.littleEndian(at: bytes.startIndex + 40, 8)
    self.root = root == .max ? nil : root
  }
}
