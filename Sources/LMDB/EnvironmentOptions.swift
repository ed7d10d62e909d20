/// How an environment is opened.
public struct EnvironmentOptions: Hashable, Sendable {
  /// The most that the data file may grow to, in bytes; `nil`: what it was made for, and a new one for 64 GiB.
  ///
  /// This is address space, not memory, and the file is sparse: a large value costs nothing. The data file remembers
  /// it with the next commit, and never becomes smaller again.
  public var mapSize: Int?

  /// The most read transactions at once, over all processes.
  public var maxReaders: UInt32

  /// The most named databases.
  public var maxDatabases: UInt32

  /// Whether a commit returns only once it is on the disk.
  ///
  /// Without it, a crash of the machine (not of the process) may lose or damage the data.
  public var synchronizes: Bool

  /// Creates options; those not given suit an admin store.
  public init(
    mapSize: Int? = nil, maxReaders: UInt32 = 1022, maxDatabases: UInt32 = 128,
    synchronizes: Bool = true
  ) {
    self.mapSize = mapSize
    self.maxReaders = maxReaders
    self.maxDatabases = maxDatabases
    self.synchronizes = synchronizes
  }
}
