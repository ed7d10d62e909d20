internal import Glibc
internal import IPC
internal import Platform
internal import Status

/// The directory that a host owns, with the store, the lock and the socket.
struct DataDirectory: Hashable, Sendable {
  let path: String

  var store: String { "\(path)/store" }
  var lock: String { "\(path)/\(Self.lockName)" }
  var socket: String { "\(path)/steward.sock" }
  var masterKey: String { "\(path)/master.key" }
  /// The file that records the position of the log of the store when it was last known to be
  /// intact.
  var checkpoint: String { "\(path)/audit.checkpoint" }

  static let lockName = "host.lock"

  /// Returns a directory that other users can't tamper with: neither with the directory itself, nor
  /// with a directory above it, nor with a file in it.
  ///
  /// - Parameter making: Whether a missing directory is created, for the owner alone.
  static func prepare(_ path: String, making: Bool = true) throws(HostError) -> DataDirectory {
    guard !path.isEmpty else {
      throw .dataDirectory("\"\"", "has no name", "name one with --data")
    }
    let directory = DataDirectory(path: try trusted(path, making: making))
    try judgeKind(of: directory.path, path)
    guard access(directory.path, W_OK | X_OK) == 0 else { throw refusal(path, errno) }
    try directory.judgeFiles()
    return directory
  }

  /// Returns the path without links. If a part of the path is missing, creates it if `making` is
  /// true, and throws otherwise.
  private static func trusted(_ path: String, making: Bool) throws(HostError) -> String {
    while true {
      do throws(PathFault) {
        return try PathJudgement().check(path)
      } catch {
        guard case .missing(let isEnd) = error.kind else { throw .dataDirectory(path, error) }
        guard making else { throw .noInstallation(path) }
        // The directories above it are created as by any other program. The host's own directory is
        // private from the start.
        guard mkdir(error.path, isEnd ? 0o700 : 0o755) == 0 || errno == EEXIST else {
          throw refusal(path, errno)
        }
      }
    }
  }

  private static func judgeKind(of place: String, _ path: String) throws(HostError) {
    var status = stat()
    guard stat(place, &status) == 0 else { throw refusal(path, errno) }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw .dataDirectory(path, "is not a directory", "choose another with --data")
    }
    guard status.st_uid == geteuid() else {
      throw .dataDirectory(
        path, "belongs to another user (uid \(status.st_uid))",
        "choose another with --data, or run as that user")
    }
  }

  private static func refusal(_ path: String, _ number: Int32) -> HostError {
    switch number {
    case EACCES, EPERM, EROFS:
      .dataDirectory(
        path, "is not writable (\(SystemError.text(number)))",
        "choose another with --data, or give yourself access", code: .permissionDenied)
    case ENOSPC, EDQUOT:
      .dataDirectory(
        path, "can't be created: \(SystemError.text(number))",
        "free some space, or choose another with --data", code: .resourceExhausted)
    default:
      .dataDirectory(
        path, "can't be used: \(SystemError.text(number))", "choose another with --data")
    }
  }
}

extension DataDirectory {
  /// The files that the host keeps. Only the owner may use them.
  var privateFiles: [String] {
    [lock, masterKey, checkpoint] + Self.storeFiles.map { "\(store)/\($0)" }
  }

  private static let storeFiles = ["chain.key", "data.mdb", "lock.mdb"]

  /// Throws if another user has replaced a file of the host's, or may read or change it.
  private func judgeFiles() throws(HostError) {
    try judgeStore()
    for file in privateFiles {
      if let flaw = FileFlaw.flaw(of: file) { throw .file(file, flaw) }
    }
  }

  private func judgeStore() throws(HostError) {
    let place: String
    do throws(PathFault) {
      place = try PathJudgement().check(store)
    } catch {
      guard case .missing = error.kind else { throw .dataDirectory(path, error) }
      return
    }
    guard place == store else { throw .file(store, .link) }
  }
}

extension HostError {
  /// Returns the error of an unsafe data directory, or of an unsafe directory above or below it.
  fileprivate static func dataDirectory(_ path: String, _ fault: PathFault) -> HostError {
    dataDirectory(
      path, fault.path == path ? fault.problem : "is not safe: \(fault.path) \(fault.problem)",
      "\(fault.remedy); or choose another with --data")
  }

  /// Returns the error of an unsafe file in the directory.
  static func file(_ path: String, _ flaw: FileFlaw) -> HostError {
    HostError(
      reason: "FILE_UNSAFE", "\"\(path)\" \(flaw.problem); \(flaw.remedy(for: path)).")
  }
}
