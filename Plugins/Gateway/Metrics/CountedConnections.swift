import HummingbirdCore
import Logging
import NIOCore

/// A channel that counts connections while they are served.
struct CountedConnections<Base: ServerChildChannel>: ServerChildChannel {
  let base: Base
  let metrics: Metrics

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Base.Value> {
    base.setup(channel: channel, logger: logger)
  }

  func handle(value: Base.Value, logger: Logger) async {
    metrics.accepted.add(1)
    metrics.connections.rise()
    defer { metrics.connections.fall() }
    await base.handle(value: value, logger: logger)
  }
}
