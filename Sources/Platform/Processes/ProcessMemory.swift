internal import CSpawn

/// The memory of this process, which may hold keys and secrets.
public enum ProcessMemory {
  /// Hides the memory from other processes of the same user, and keeps it out of cores. No debugger
  /// can attach, `/proc` shows nothing of it, and a crash leaves no core, wherever the system would
  /// put it.
  ///
  /// This holds until the process executes another program. Call it before anything else.
  public static func keepPrivate() {
    // Neither can fail on the systems that the host runs on. If one did, the other would still
    // help.
    _ = steward_forbid_core()
    _ = steward_forbid_inspection()
  }

  /// Whether the memory is hidden from other processes.
  public static var isPrivate: Bool { steward_is_inspectable() == 0 }
}
