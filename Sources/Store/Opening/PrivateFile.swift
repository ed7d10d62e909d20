internal import Glibc
internal import Platform
internal import Status

/// Operations on files that only this user may read.
package enum PrivateFile {
  /// Writes a new file of mode 0600 and waits until it is on the disk.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failed(path, errno) }
    defer { close(descriptor) }
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      throw failed(path, errno)
    }
  }

  /// Writes a file of mode 0600, and replaces an existing one. A reader sees either the old file or
  /// the new one.
  package static func replace(_ path: String, by bytes: [UInt8]) throws {
    let draft = "\(path).\(getpid()).\(UInt32.random(in: .min ... .max))"
    defer { unlink(draft) }
    try write(bytes, to: draft)
    guard rename(draft, path) == 0 else { throw failed(path, errno) }
  }

  /// Returns the first bytes of a file, up to a limit, or `nil` if there is no such file.
  static func read(_ path: String, upTo limit: Int) throws -> [UInt8]? {
    guard let descriptor = try open(path) else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = Glibc.read(descriptor, &bytes, limit)
    guard count >= 0 else { throw unreadable(path, errno) }
    return Array(bytes.prefix(count))
  }

  private static func open(_ path: String) throws -> Int32? {
    do throws(FileFlaw) {
      return try PrivateDescriptor.open(path, O_RDONLY)
    } catch {
      guard case .failed(let number) = error else { throw unsafe(path, error) }
      throw unreadable(path, number)
    }
  }

  /// Waits until a file or directory is on the disk.
  package static func synchronize(_ path: String) throws {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failed(path, errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failed(path, errno) }
  }

  private static func unsafe(_ path: String, _ flaw: FileFlaw) -> StoreError {
    StoreError(
      .permissionDenied, reason: "STORE_FILE_UNSAFE",
      "\"\(path)\" \(flaw.problem); \(flaw.remedy(for: path)).")
  }

  static func unreadable(_ path: String, _ error: Int32) -> StoreError {
    StoreError(
      .permissionDenied, reason: "STORE_PERMISSION_DENIED",
      "\"\(path)\" can't be read: \(String(cString: strerror(error))). Run as the user who owns it."
    )
  }

  static func failed(_ path: String, _ error: Int32) -> StoreError {
    let text = String(cString: strerror(error))
    return switch error {
    case ENOSPC, EDQUOT, EFBIG:
      StoreError(
        .diskFull, reason: .diskFull,
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
