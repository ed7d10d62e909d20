internal import Glibc

/// Files that only this user may read.
enum PrivateFile {
  /// Writes a new file of mode 0600 and waits until it is on the disk.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failed(path, errno) }
    defer { close(descriptor) }
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      throw failed(path, errno)
    }
  }

  /// Waits until a file or directory is on the disk.
  static func synchronize(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failed(path, errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failed(path, errno) }
  }

  static func failed(_ path: String, _ error: Int32) -> StoreError {
    let text = String(cString: strerror(error))
    return switch error {
    case ENOSPC, EDQUOT, EFBIG:
      StoreError(
        .diskFull, reason: "DISK_FULL",
        "\"\(path)\" can't be written: \(text). Free some space and try again.")
    case EROFS:
      StoreError(
        .readOnly, reason: "STORE_READ_ONLY",
        "\"\(path)\" can't be written: \(text). Choose another directory.")
    default:
      StoreError(
        .permissionDenied, reason: "STORE_PERMISSION_DENIED",
        "\"\(path)\" can't be written: \(text). Choose a directory in which this user may write.")
    }
  }
}
