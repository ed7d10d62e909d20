import FairShares
import PluginKit
import Synchronization
import System

/// The place of one stream among those that go on at a time.
final class StreamSlot: Sendable {
  private let slots: FairSlots
  private let ticket: FairSlots.Ticket

  /// - Throws: ``APIError`` when the peer, or all together, have as many as may be.
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
