public import GoogleProtos
public import WellKnownTypes

/// The options for opening a store.
public struct StoreOptions: Sendable {
  /// The maximum size of the data file, in bytes. With `nil`, an existing store keeps its size, and
  /// a new one gets 64 GiB. A larger size also holds for later openings, once there was a commit. A
  /// smaller size has no effect.
  public var mapSize: Int?

  /// Whether a write is acknowledged only once it is on the disk. Set it to false only for scratch
  /// stores.
  public var durable: Bool

  /// Whether the data file is inspected before it is used, unless nothing has written to it since
  /// the last inspection.
  ///
  /// The first process that opens the store sets it, because LMDB may crash on a damaged file.
  public var inspects: Bool

  /// How long the store keeps the outcome of a mutation under its idempotency key.
  public var outcomeLifetime: Duration

  /// Returns the current time.
  public var clock: @Sendable () -> GoogleTimestamp

  /// Creates options. The defaults suit an installation.
  public init(
    mapSize: Int? = nil, durable: Bool = true, inspects: Bool = false,
    outcomeLifetime: Duration = .seconds(86_400),
    clock: @escaping @Sendable () -> GoogleTimestamp = { .now }
  ) {
    self.mapSize = mapSize
    self.durable = durable
    self.inspects = inspects
    self.outcomeLifetime = outcomeLifetime
    self.clock = clock
  }
}
