internal import CSpawn

/// The first process of a container, which inherits every process there whose parent is gone.
public enum FirstProcess {
  /// If this is it, goes on in a child, while the parent reaps what it inherits, passes signals on
  /// and ends as the child does. Call it before there is a second thread.
  public static func split() { steward_split_from_init() }
}
