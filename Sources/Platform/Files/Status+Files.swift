internal import Glibc
public import Status

extension Status {
  /// The use for which a file was opened.
  public enum FileUse: String, Sendable {
    case reading = "read"
    case writing = "written"
  }

  /// Creates the status for a system error about a file. It is the same wherever a file is used.
  ///
  /// A full disk is RESOURCE_EXHAUSTED, a missing permission PERMISSION_DENIED, a missing file
  /// NOT_FOUND, and everything else FAILED_PRECONDITION.
  ///
  /// - Parameters:
  ///   - name: The file as people know it, with quotation marks if it is a path.
  ///   - number: An `errno`.
  public init(file name: String, _ use: FileUse, _ number: Int32) {
    let problem = "\(name) can't be \(use.rawValue): \(SystemError.text(number))."
    switch number {
    case ENOSPC, EDQUOT, EFBIG:
      self.init(
        .resourceExhausted, reason: "DISK_FULL",
        message: "\(problem) Free some space and try again.")
    case EACCES, EPERM, EROFS:
      self.init(
        .permissionDenied, reason: "FILE_PERMISSION_DENIED",
        message: "\(problem) Give yourself access to it, or name another file.")
    case ENOENT:
      self.init(
        .notFound, reason: "NO_SUCH_FILE",
        message: use == .reading
          ? "There is no file \(name)." : "\(name) can't be written: there is no such directory.")
    default:
      self.init(
        .failedPrecondition, reason: "FILE_UNUSABLE", message: "\(problem) Name another file.")
    }
  }
}
