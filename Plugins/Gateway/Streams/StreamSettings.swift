import FairShares
import IPC
import PluginKit

/// What holds for every answer that goes on.
struct StreamSettings: Sendable {
  /// Given when the server wants to part from its clients.
  let drain: OneShotEvent
  /// How long a client is left without a sign of life.
  let heartbeat: Duration
  /// Each stream is a call that stays open, of which the host takes so many of the gateway.
  let slots = FairSlots(capacity: 768, queue: 0, share: 256)
}
