import FairShares
import IPC
import Platform
import PluginKit

/// The settings of all responses that are streams.
struct StreamSettings: Sendable {
  /// An event that happens when the server begins to close its connections.
  let drain: OneShotEvent
  /// The maximum time between two signs of life that a client gets.
  let heartbeat: Duration
  /// The limit of streams. Each stream is a call that stays open, and the host takes only a limited
  /// number of those from the gateway.
  let slots = FairSlots(capacity: 768, queue: 0, share: 256)
}
