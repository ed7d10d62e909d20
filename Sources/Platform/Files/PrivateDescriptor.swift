internal import Glibc

/// A way to open files that are private to this user.
public enum PrivateDescriptor {
  /// Opens a regular file, and never follows a link of that name.
  ///
  /// The check is made on the open file, because the name may stand for another file a moment
  /// later. The caller closes the descriptor.
  ///
  /// - Parameters:
  ///   - name: A path, relative to `directory`.
  ///   - directory: The descriptor of a directory; `nil` for the current one.
  ///   - flags: The flags of `open(2)`. With `O_CREAT`, the new file is private to this user.
  ///   - exposure: The permission bits that others must not have.
  /// - Returns: The descriptor; `nil` when there is no such file.
  /// - Throws: ``FileFlaw``. Then no descriptor is open, and the file is unchanged.
  public static func open(
    _ name: String, in directory: Int32? = nil, _ flags: Int32, exposure: UInt32 = 0o077
  ) throws(FileFlaw) -> Int32? {
    // A pipe of that name must not block the caller, and a terminal must not become its controlling
    // terminal.
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
