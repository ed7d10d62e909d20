import Glibc

/// The cause of the end of a plugin's process, or the reason why there was no process.
enum ExitCause: Hashable, Sendable {
  case exited(status: Int32)
  case signalled(Int32)
  /// The process could not be started at all.
  case notStarted(String)
}

extension ExitCause {
  /// Whether the process ended by a signal that only others send. No call that it served is then to
  /// blame.
  var isFromOutside: Bool {
    if case .signalled(let signal) = self { Self.outsideSignals.contains(signal) } else { false }
  }

  /// Whether the process ended by a signal with which the system stops a program that did something
  /// invalid. A trap of Swift's is SIGILL on some processors, and SIGTRAP on others.
  var isFault: Bool {
    if case .signalled(let signal) = self { Self.faultSignals.contains(signal) } else { false }
  }

  private static let outsideSignals: Set = [SIGKILL, SIGTERM, SIGINT, SIGHUP, SIGQUIT]
  private static let faultSignals: Set = [
    SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGSYS,
  ]
}

extension ExitCause: CustomStringConvertible {
  var description: String {
    switch self {
    case .exited(let status): "exit status \(status)"
    case .signalled(let signal): "signal \(signal)\(Self.name(of: signal).map { " (\($0))" } ?? "")"
    case .notStarted(let why): why
    }
  }

  private static func name(of signal: Int32) -> String? {
    guard let name = signalNames.first(where: { $0.number == signal })?.name else { return nil }
    return "SIG\(name)"
  }

  private static let signalNames: [(number: Int32, name: String)] = [
    (SIGHUP, "HUP"), (SIGINT, "INT"), (SIGQUIT, "QUIT"), (SIGILL, "ILL"), (SIGTRAP, "TRAP"),
    (SIGABRT, "ABRT"), (SIGBUS, "BUS"), (SIGFPE, "FPE"), (SIGKILL, "KILL"), (SIGUSR1, "USR1"),
    (SIGSEGV, "SEGV"), (SIGUSR2, "USR2"), (SIGPIPE, "PIPE"), (SIGALRM, "ALRM"), (SIGTERM, "TERM"),
    (SIGXCPU, "XCPU"), (SIGXFSZ, "XFSZ"), (SIGSYS, "SYS"),
  ]
}
