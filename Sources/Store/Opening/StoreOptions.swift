public import StewardProtos

/// How a store is opened.
public struct StoreOptions: Sendable {
  /// The most that the data file may grow to, in bytes. The file is sparse: a large value costs nothing.
  public var mapSize: Int

  /// Whether a write is acknowledged only once it is on the disk. Anything else is for scratch stores.
  public var durable: Bool

  /// How long the outcome of a mutation is kept under its idempotency key.
  public var outcomeLifetime: Duration

  /// What time it is.
  public var clock: @Sendable () -> GoogleTimestamp

  /// Creates options; those not given suit an installation.
  public init(
    mapSize: Int = 64 << 30, durable: Bool = true, outcomeLifetime: Duration = .seconds(86_400),
    clock: @escaping @Sendable () -> GoogleTimestamp = { WallClock.now }
  ) {
    self.mapSize = mapSize
    self.durable = durable
    self.outcomeLifetime = outcomeLifetime
    self.clock = clock
  }
}
