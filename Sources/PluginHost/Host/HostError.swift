internal import Glibc
internal import IPC
internal import Platform
public import Status

/// The reason why a host can't run, or can't be reached.
///
/// Every error names the thing, what is wrong with it, and the remedy.
public struct HostError: StatusConvertible, CustomStringConvertible, Hashable, Sendable {
  /// The status with which calls end.
  public let status: Status

  /// The message for people.
  public var description: String { status.message }

  init(_ code: StatusCode = .failedPrecondition, reason: StatusReason, _ message: String) {
    status = Status(code, reason: reason, message: message)
  }

  init(_ status: Status) {
    self.status = status
  }

  static func dataDirectory(
    _ path: String, _ problem: String, _ remedy: String, code: StatusCode = .failedPrecondition
  ) -> HostError {
    HostError(
      code, reason: "DATA_DIRECTORY", "The data directory \(path) \(problem); \(remedy).")
  }

  static func running(on directory: String, pid: Int32?) -> HostError {
    let process = pid.map { " (pid \($0))" } ?? ""
    let stop = pid.map { "stop it with: kill \($0)" } ?? "stop it"
    return HostError(
      reason: .hostRunning, "A host already runs on \(directory)\(process); use it, or \(stop).")
  }

  static func busy(_ directory: String) -> HostError {
    HostError(
      reason: "DIRECTORY_BUSY",
      "Commands without a daemon are using \(directory); wait until they have ended.")
  }

  static func socket(_ path: String, _ step: String, _ number: Int32) -> HostError {
    HostError(
      number == EACCES || number == EPERM ? .permissionDenied : .failedPrecondition,
      reason: "SOCKET", "\(step) \(path): \(SystemError.text(number)).")
  }
}
