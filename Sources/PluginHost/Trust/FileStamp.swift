internal import Glibc

/// What tells one content of a file from a later one: which file it is, its size and when it was
/// last written to.
///
/// Only the owner of a file can set that time back: a stranger who still holds it open for writing
/// can't. The time of the last change of its status, which no one can set, would not do: another
/// hard link to the file changes it as well.
struct FileStamp: Hashable, Sendable {
  private let device: dev_t
  private let inode: ino_t
  private let size: Int
  private let writtenSeconds: Int
  private let writtenNanoseconds: Int

  init(_ status: stat) {
    device = status.st_dev
    inode = status.st_ino
    size = Int(status.st_size)
    writtenSeconds = status.st_mtim.tv_sec
    writtenNanoseconds = status.st_mtim.tv_nsec
  }

  /// The stamp of an open file; `nil` if the system tells nothing of it.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The stamp of what a path names; `nil` if there is nothing.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}
