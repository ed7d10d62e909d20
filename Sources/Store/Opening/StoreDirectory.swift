internal import Glibc
internal import Platform
internal import Status

/// The directory that holds the store's files.
enum StoreDirectory {
  /// Creates the directory and its missing parents, with access for this user only.
  static func create(_ path: String) throws {
    if let kind = kind(of: path) {
      guard kind == S_IFDIR else { throw notADirectory(path) }
      return
    }
    if let parent = parent(of: path) { try create(parent) }
    // Another process may have created it meanwhile.
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw uncreatable(path, errno) }
  }

  /// Returns whether there is a file of that name.
  static func contains(_ name: String, in directory: String) -> Bool {
    kind(of: directory + "/" + name) != nil
  }

  private static func kind(of path: String) -> mode_t? {
    var information = stat()
    return stat(path, &information) == 0 ? information.st_mode & S_IFMT : nil
  }

  private static func parent(of path: String) -> String? {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return nil }
    return String(path[..<slash])
  }

  private static func notADirectory(_ path: String) -> StoreError {
    StoreError(
      .invalidDirectory, reason: "STORE_DIRECTORY_INVALID",
      "\"\(path)\" is not a directory. Choose another data directory.")
  }

  private static func uncreatable(_ path: String, _ error: Int32) -> StoreError {
    switch error {
    case EROFS:
      StoreError(
        .readOnly, reason: "STORE_READ_ONLY",
        "\"\(path)\" can't be created: the file system is read-only. Choose another data "
          + "directory.")
    case ENOSPC, EDQUOT:
      StoreError(
        .diskFull, reason: .diskFull,
        "\"\(path)\" can't be created: the disk is full. Free some space and try again.")
    case ENOTDIR:
      notADirectory(path)
    default:
      StoreError(
        .permissionDenied, reason: "STORE_PERMISSION_DENIED",
        "\"\(path)\" can't be created: \(SystemError.text(error)). Choose a data "
          + "directory in which this user may write.")
    }
  }
}
