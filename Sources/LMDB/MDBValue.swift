internal import CLMDB

extension MDB_val {
  /// Creates a value that lends bytes to LMDB. LMDB never writes through a key or value that it
  /// gets.
  init(_ bytes: UnsafeRawBufferPointer) {
    unsafe self.init(
      mv_size: bytes.count, mv_data: UnsafeMutableRawPointer(mutating: bytes.baseAddress))
  }

  /// The bytes that LMDB has returned. They lie in its map. They are valid until the transaction
  /// ends or, in a write transaction, until its next change.
  var buffer: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: mv_data, count: mv_size)
  }
}
