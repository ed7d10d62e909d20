internal import HostProtos
internal import IPC
internal import Status

extension Finding {
  /// Returns the finding that something is as it should be.
  static func ok(_ check: String, _ message: String) -> Finding {
    Finding(severity: "ok", check: check, message: message)
  }

  /// Returns the finding that something works, but may not work for long, or is not as safe as it
  /// could be.
  static func warning(_ check: String, _ message: String, _ remedy: String) -> Finding {
    Finding(severity: "warning", check: check, message: message, remedy: remedy)
  }

  /// Returns the finding that something is wrong.
  static func error(_ check: String, _ message: String, _ remedy: String) -> Finding {
    Finding(severity: "error", check: check, message: message, remedy: remedy)
  }

  /// Returns the finding that a check could not be made. The host's own errors end with the remedy,
  /// in a sentence of its own.
  static func failure(_ check: String, _ error: any Error) -> Finding {
    let message = Status(describing: error).message
    guard let end = message.firstRange(of: ". ") else {
      return .error(check, message, "See the host's log, and try again.")
    }
    return .error(check, "\(message[..<end.lowerBound]).", String(message[end.upperBound...]))
  }
}
