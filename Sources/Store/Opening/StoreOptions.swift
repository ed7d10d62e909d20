public import GoogleProtos

/// How a store is opened.
public struct StoreOptions: Sendable {
  /// The most that the data file may grow to, in bytes; `nil`: what the store was made for, and a new one for 64 GiB.
  /// A larger one holds for whoever opens the store once there was a commit. A smaller one doesn't count.
  public var mapSize: Int?

  /// Whether a write is acknowledged only once it is on the disk. Anything else is for scratch stores.
  public var durable: Bool

  /// Whether the data file is looked through before it is used, unless nothing has written to it since that was last done.
  ///
  /// For the first process that opens it. LMDB doesn't survive damage that it meets.
  public var inspects: Bool

  /// How long the outcome of a mutation is kept under its idempotency key.
  public var outcomeLifetime: Duration

  /// What time it is.
  public var clock: @Sendable () -> GoogleTimestamp

  /// Creates options; those not given suit an installation.
  public init(
    mapSize: Int? = nil, durable: Bool = true, inspects: Bool = false,
    outcomeLifetime: Duration = .seconds(86_400),
    clock: @escaping @Sendable () -> GoogleTimestamp = { WallClock.now }
  ) {
    self.mapSize = mapSize
    self.durable = durable
    self.inspects = inspects
    self.outcomeLifetime = outcomeLifetime
    self.clock = clock
  }
}
