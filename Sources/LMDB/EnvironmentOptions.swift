/// The options for opening an environment.
public struct EnvironmentOptions: Hashable, Sendable {
  /// The maximum size of the data file, in bytes. With `nil`, an existing file keeps its size, and
  /// a new file gets 64 GiB.
  ///
  /// This is address space, not memory, and the file is sparse, so a large value costs nothing. The
  /// data file records the size with the next commit, and the size never decreases.
  public var mapSize: Int?

  /// The maximum number of concurrent read transactions, over all processes.
  public var maxReaders: UInt32

  /// The maximum number of named databases.
  public var maxDatabases: UInt32

  /// Whether a commit returns only once it is on the disk.
  ///
  /// If false, a crash of the machine (not of the process) may lose or damage the data.
  public var synchronizes: Bool

  /// Creates options. The defaults suit an admin store.
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
