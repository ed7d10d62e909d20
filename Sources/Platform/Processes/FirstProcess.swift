internal import CSpawn

/// The first process of a container. It inherits every process there whose parent has ended.
public enum FirstProcess {
  /// Continues in a child if this is the first process. The parent then reaps the processes that it
  /// inherits, passes signals on, and ends as the child does. Call this before there is a second
  /// thread.
  public static func split() { steward_split_from_init() }
}
