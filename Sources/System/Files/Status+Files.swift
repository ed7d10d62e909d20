internal import Glibc
public import Status

extension Status {
  /// What a file was to be used for.
  public enum FileUse: String, Sendable {
    case reading = "read"
    case writing = "written"
  }

  /// Creates the status for what the system says against a file, the same wherever a file is used.
  ///
  /// No room is RESOURCE_EXHAUSTED, no permission PERMISSION_DENIED, no file NOT_FOUND, and
  /// everything else FAILED_PRECONDITION.
  ///
  /// - Parameters:
  ///   - name: The file as people know it, with quotation marks where it is a path.
  ///   - number: An `errno`.
  public init(file name: String, _ use: FileUse, _ number: Int32) {
    let problem = "\(name) can't be \(use.rawValue): \(String(cString: strerror(number)))."
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
