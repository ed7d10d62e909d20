internal import Glibc

/// A stamp that distinguishes the content of a file from later content: the identity of the file,
/// its size, and the time when it was last written.
///
/// Only the owner of a file can set that time back. A stranger who still has the file open for
/// writing can't. The time of the last status change, which no user can set, is not suitable:
/// another hard link to the file changes it as well.
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

  /// Creates the stamp of an open file; `nil` if the system reports nothing about it.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Creates the stamp of the file at a path; `nil` if there is none.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}
