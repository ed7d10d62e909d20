internal import CSpawn
internal import HostProtos

extension Diagnostics {
  /// Checks the features of the kernel that the host uses.
  static func kernelFindings() -> [Finding] {
    [
      finding(
        "kernel.pidfd", steward_has_pidfd() == 1, "file descriptors for processes (pidfd)",
        since: "5.3"),
      finding(
        "kernel.parent-death-signal", steward_has_parent_death_signal() == 1,
        "a signal that ends plugins when the host dies", since: "2.1"),
      finding(
        "kernel.seccomp", steward_has_seccomp() == 1, "filters for system calls (seccomp)",
        since: "4.14"),
      landlock(Int(steward_landlock_version())),
    ]
  }

  private static func finding(
    _ check: String, _ isThere: Bool, _ feature: String, since version: String
  ) -> Finding {
    isThere
      ? .ok(check, "The kernel has \(feature).")
      : .error(
        check, "The kernel lacks \(feature).",
        "Use Linux \(version) or later, and allow it in the container that the host runs in.")
  }

  /// Plugins run without Landlock as well, but are less confined.
  private static func landlock(_ version: Int) -> Finding {
    let name = "kernel.landlock"
    let remedy = "Use Linux 6.7 or later with landlock in its \"lsm=\" option."
    switch version {
    case ..<1:
      return .warning(
        name, "The kernel has no Landlock: it can't restrict plugins in files and network.", remedy)
    case 1..<4:
      return .warning(
        name, "The kernel has Landlock \(version), which can't restrict plugins in the network.",
        remedy)
    default:
      return .ok(name, "The kernel has Landlock \(version).")
    }
  }
}
