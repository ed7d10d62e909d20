internal import Glibc

/// The directory that a host owns: store, lock and socket.
struct DataDirectory: Hashable, Sendable {
  let path: String

  var store: String { "\(path)/store" }
  var lock: String { "\(path)/host.lock" }
  var socket: String { "\(path)/steward.sock" }
  /// Where the log of the store stood when it was last known to be whole.
  var checkpoint: String { "\(path)/audit.checkpoint" }

  /// Creates the directory, for the owner alone, if there is none, and refuses one that others could
  /// tamper with.
  static func prepare(_ path: String) throws(HostError) -> DataDirectory {
    try create(path)
    var status = stat()
    guard stat(path, &status) == 0 else { throw refusal(path, errno) }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw .dataDirectory(path, "is not a directory", "choose another with --data")
    }
    guard status.st_uid == geteuid() else {
      throw .dataDirectory(
        path, "belongs to another user (uid \(status.st_uid))",
        "choose another with --data, or run as that user")
    }
    guard status.st_mode & 0o022 == 0 else {
      throw .dataDirectory(path, "can be written to by others", "run: chmod 700 \(path)")
    }
    guard access(path, W_OK | X_OK) == 0 else { throw refusal(path, errno) }
    return DataDirectory(path: FileContents.resolved(path) ?? path)
  }

  private static func create(_ path: String) throws(HostError) {
    guard !path.isEmpty else {
      throw .dataDirectory("\"\"", "has no name", "name one with --data")
    }
    // Parents as any other program makes them; what is the host's own is private from the start.
    var parents = path.split(separator: "/").map(String.init)
    _ = parents.popLast()
    var prefix = path.hasPrefix("/") ? "" : "."
    for parent in parents {
      prefix += "/\(parent)"
      mkdir(prefix, 0o755)
    }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw refusal(path, errno) }
  }

  private static func refusal(_ path: String, _ number: Int32) -> HostError {
    switch number {
    case EACCES, EPERM, EROFS:
      .dataDirectory(
        path, "is not writable (\(SystemError.text(number)))",
        "choose another with --data, or give yourself access")
    default:
      .dataDirectory(
        path, "can't be used: \(SystemError.text(number))", "choose another with --data")
    }
  }
}
