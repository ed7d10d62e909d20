internal import Glibc

extension [UInt8] {
  /// Writes all of the bytes to a descriptor, however few it takes at a time.
  ///
  /// Blocks while the descriptor takes none, so don't call it on the cooperative pool.
  public func writeAll(to descriptor: Int32) throws(SystemError) {
    var rest = self[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw SystemError(errno)
      }
    }
  }
}
