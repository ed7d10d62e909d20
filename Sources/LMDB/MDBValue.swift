internal import CLMDB

extension MDB_val {
  /// Bytes for LMDB to read; it never writes through a key or value that it is given.
  init(_ bytes: UnsafeRawBufferPointer) {
    unsafe self.init(
      mv_size: bytes.count, mv_data: UnsafeMutableRawPointer(mutating: bytes.baseAddress))
  }

  /// Bytes that LMDB has returned: they lie in its map, and last as long as its transaction does or, in a
  /// write transaction, until its next change.
  var buffer: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: mv_data, count: mv_size)
  }
}
