internal import Glibc
internal import Platform
internal import Status

/// A private file of the store. Its errors are the store's.
struct StoreFile {
  private let file: PrivateFile

  init(_ path: String) { file = PrivateFile(path) }

  /// Returns the first bytes, up to a limit, or `nil` if there is no such file.
  func read(upTo limit: Int) throws(StoreError) -> [UInt8]? {
    do throws(FileFlaw) {
      return try file.read(upTo: limit)
    } catch {
      throw .unreadable(file.path, error)
    }
  }

  /// Writes a new file, and waits until it is on the disk.
  func create(_ bytes: [UInt8]) throws(StoreError) {
    do throws(SystemError) {
      try file.create(bytes)
    } catch {
      throw .unwritable(file.path, error.code)
    }
  }

  /// Writes the file, and replaces an existing one. A reader sees either the old file or the new
  /// one.
  func replace(by bytes: [UInt8]) throws(StoreError) {
    do throws(SystemError) {
      try file.replace(by: bytes)
    } catch {
      throw .unwritable(file.path, error.code)
    }
  }

  /// Waits until a file or a directory is on the disk.
  static func synchronize(_ path: String) throws(StoreError) {
    do throws(SystemError) {
      try PrivateFile.synchronize(path)
    } catch {
      throw .unwritable(path, error.code)
    }
  }
}

extension StoreError {
  static func unreadable(_ path: String, _ flaw: FileFlaw) -> StoreError {
    guard case .failed(let error) = flaw else {
      return StoreError(
        .permissionDenied, reason: "STORE_FILE_UNSAFE",
        "\"\(path)\" \(flaw.problem); \(flaw.remedy(for: path)).")
    }
    return StoreError(
      .permissionDenied, reason: "STORE_PERMISSION_DENIED",
      "\"\(path)\" can't be read: \(SystemError.text(error)). Run as the user who owns it.")
  }

  static func unwritable(_ path: String, _ error: Int32) -> StoreError {
    let text = SystemError.text(error)
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
