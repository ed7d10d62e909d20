internal import Glibc

/// Opens files that are for this user alone.
public enum PrivateDescriptor {
  /// Opens a regular file, and never what a link of that name leads to.
  ///
  /// What was opened is judged, not what the name may stand for a moment later. The caller closes
  /// the descriptor.
  ///
  /// - Parameters:
  ///   - name: A path, from `directory` on.
  ///   - directory: The descriptor of a directory; `nil` for the current one.
  ///   - flags: As `open(2)` has them. With `O_CREAT` the file is made for this user alone.
  ///   - exposure: The permissions that make it one that others may use.
  /// - Returns: `nil` when there is no such file.
  /// - Throws: ``FileFlaw``. Nothing is then open, and the file is as it was.
  public static func open(
    _ name: String, in directory: Int32? = nil, _ flags: Int32, exposure: UInt32 = 0o077
  ) throws(FileFlaw) -> Int32? {
    // A pipe of that name must not keep the caller waiting, and a terminal not become its own.
    let guarding = O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    let descriptor = openat(directory ?? AT_FDCWD, name, flags | guarding, 0o600)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT: return nil
      case ELOOP: throw .link
      default: throw .failed(errno)
      }
    }
    do throws(FileFlaw) {
      try judge(descriptor, exposure)
      return descriptor
    } catch {
      close(descriptor)
      throw error
    }
  }

  private static func judge(_ descriptor: Int32, _ exposure: UInt32) throws(FileFlaw) {
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw .failed(errno) }
    let (owner, mode) = (information.st_uid, information.st_mode)
    if let flaw = FileFlaw(owner: owner, mode: mode, for: geteuid(), exposure: exposure) {
      throw flaw
    }
  }
}
