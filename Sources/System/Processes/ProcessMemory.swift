internal import CSpawn

/// The memory of this process, which may hold keys and secrets.
public enum ProcessMemory {
  /// Keeps the memory from other processes of the same user, and out of cores: no debugger
  /// attaches, nothing of it is read by `/proc`, and a crash leaves no core, wherever the system
  /// puts those.
  ///
  /// It holds until the process executes another program. To be called first of all.
  public static func keepPrivate() {
    // Neither can fail on the systems that the host runs on; where one did, the other would still
    // help.
    _ = steward_forbid_core()
    _ = steward_forbid_inspection()
  }

  /// Whether the memory is kept from others.
  public static var isPrivate: Bool { steward_is_inspectable() == 0 }
}
