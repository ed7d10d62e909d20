import FairShares
import Platform
import PluginKit
import Synchronization

/// The slot of one stream among the streams that may be open at the same time.
final class StreamSlot: Sendable {
  private let slots: FairSlots
  private let ticket: FairSlots.Ticket

  /// - Throws: ``APIError`` if the peer, or all peers together, have the maximum number of streams.
  init(_ slots: FairSlots, of peer: PeerAddress) throws(APIError) {
    self.slots = slots
    ticket = slots.draw()
    let turn = Mutex(FairSlots.Turn.refused)
    slots.enter(ticket, of: peer.description) { heard in turn.withLock { $0 = heard } }
    guard turn.withLock({ $0 == .admitted }) else { throw .tooManyStreams }
  }

  deinit { leave() }

  func leave() { slots.leave(ticket) }
}

extension APIError {
  fileprivate static let tooManyStreams: APIError = {
    var error = APIError(
      .rateLimit, "Too many streams are open from your address. Close one, and try again.")
    error.retryAfter = .seconds(10)
    return error
  }()
}
