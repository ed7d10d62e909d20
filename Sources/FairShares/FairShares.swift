internal import DequeModule

/// A scarce resource that is shared out among peers, so that no peer can keep it from the others.
///
/// It has a number of places and a queue, both bounded. A free place goes to the waiting peer that
/// holds the fewest. When there is no room for a newcomer, the peer that takes the most gives way:
/// it loses a displaceable holder, or its newest holder in the queue. So, whatever one peer does,
/// another peer waits for little more than one place to become free.
///
/// It is a value without a clock and without tasks. Its caller stops the holders that are
/// displaced.
public struct FairShares<Peer: Hashable & Sendable, Holder: Hashable & Sendable>: Sendable {
  /// The outcome for a newcomer.
  public enum Entry: Hashable, Sendable {
    /// It has a place.
    case now
    /// It has the place of another holder, which must stop.
    case nowInstead(of: Holder)
    /// It is in the queue.
    case later
    /// It is in the queue. Another holder has left the queue for it and must be refused.
    case laterInstead(of: Holder)
    case refused
  }

  private let capacity: Int
  private let queue: Int
  private let share: Int
  private var accounts: [Peer: FairAccount<Holder>] = [:]
  private var peers: [Holder: Peer] = [:]
  private var heldCount = 0
  private var waitingCount = 0
  /// A count of the events, to tell older from newer.
  private var moment: UInt64 = 0

  /// Creates shares of which all places are free.
  ///
  /// - Parameters:
  ///   - capacity: The number of places.
  ///   - queue: The number of holders that may wait.
  ///   - share: The maximum number of places that one peer may hold; nil for all that the others
  ///     leave.
  public init(capacity: Int, queue: Int, share: Int? = nil) {
    self.capacity = capacity
    self.queue = queue
    self.share = min(share ?? capacity, capacity)
  }

  /// Gives a newcomer a place, puts it in the queue, or refuses it.
  public mutating func enter(_ holder: Holder, of peer: Peer, use: PlaceUse = .brief) -> Entry {
    if heldCount < capacity, heldCount(of: peer) < share {
      hold(holder, of: peer, use)
      return .now
    }
    if let displaced = displaceable(by: peer) {
      drop(displaced)
      hold(holder, of: peer, use)
      return .nowInstead(of: displaced)
    }
    if waitingCount < queue {
      wait(holder, of: peer, use)
      return .later
    }
    guard let displaced = newestWaiting(before: peer) else { return .refused }
    drop(displaced)
    wait(holder, of: peer, use)
    return .laterInstead(of: displaced)
  }

  /// Records how a holder uses its place from now on.
  ///
  /// - Returns: A holder that must stop, because it is displaceable now, and the waiting holder
  ///   that gets its place; nil if no holder must stop.
  public mutating func mark(
    _ holder: Holder, as use: PlaceUse
  ) -> (displaced: Holder, admitted: Holder)? {
    guard let peer = peers[holder] else { return nil }
    moment += 1
    accounts[peer]?.mark(holder, as: use, at: moment)
    guard use == .idle, let next = nextPeer(), let displaced = displaceable(by: next) else {
      return nil
    }
    drop(displaced)
    return admitNext().map { (displaced: displaced, admitted: $0) }
  }

  /// Takes a place back, or removes a holder from the queue. Does nothing if the holder is in
  /// neither.
  ///
  /// - Returns: The waiting holder that gets a place now; nil if there is none.
  public mutating func leave(_ holder: Holder) -> Holder? {
    guard peers[holder] != nil else { return nil }
    drop(holder)
    return admitNext()
  }

  /// Empties the queue, and returns the holders that were in it.
  public mutating func leaveQueue() -> [Holder] {
    let left = accounts.values.flatMap { $0.waiting.map(\.holder) }
    for holder in left { drop(holder) }
    return left
  }
}

// The holders that have places, and the holders that wait.
extension FairShares {
  private func heldCount(of peer: Peer) -> Int { accounts[peer]?.heldCount ?? 0 }

  private mutating func hold(_ holder: Holder, of peer: Peer, _ use: PlaceUse) {
    moment += 1
    peers[holder] = peer
    heldCount += 1
    accounts[peer, default: FairAccount(at: moment)].hold(holder, use, at: moment)
  }

  private mutating func wait(_ holder: Holder, of peer: Peer, _ use: PlaceUse) {
    peers[holder] = peer
    waitingCount += 1
    moment += 1
    accounts[peer, default: FairAccount(at: moment)].waiting.append((holder, use))
  }

  private mutating func drop(_ holder: Holder) {
    guard let peer = peers.removeValue(forKey: holder) else { return }
    if accounts[peer]?.release(holder) ?? false {
      heldCount -= 1
    } else {
      accounts[peer]?.waiting.removeAll { $0.holder == holder }
      waitingCount -= 1
    }
    if accounts[peer]?.isEmpty ?? false { accounts[peer] = nil }
  }

  private mutating func admitNext() -> Holder? {
    guard heldCount < capacity, let peer = nextPeer(),
      let (next, use) = accounts[peer]?.waiting.popFirst()
    else { return nil }
    waitingCount -= 1
    hold(next, of: peer, use)
    return next
  }

  /// Returns the waiting peer whose turn it is.
  private func nextPeer() -> Peer? {
    guard waitingCount > 0 else { return nil }
    return accounts.filter { !$0.value.waiting.isEmpty && $0.value.heldCount < share }
      .min(by: isServedBefore)?.key
  }

  /// Whether `a` is served before `b`: the peer with the fewest places comes first, and among
  /// equals the peer whose last turn is the longest ago.
  private func isServedBefore(
    _ a: (key: Peer, value: FairAccount<Holder>), _ b: (key: Peer, value: FairAccount<Holder>)
  ) -> Bool {
    (a.value.heldCount, a.value.lastTurn) < (b.value.heldCount, b.value.lastTurn)
  }
}

// The holders that give way.
extension FairShares {
  /// Returns the holder that gives way to a newcomer; nil if no holder has to.
  private func displaceable(by peer: Peer) -> Holder? {
    let own = heldCount(of: peer)
    if own >= share { return accounts[peer]?.oldest(.idle) }
    return displaceable(.idle) { $0 == peer || $1 > own }
      // The difference must be more than one. Otherwise the newcomer's peer would soon be the peer
      // that holds the most.
      ?? displaceable(.lasting) { $1 > own + 1 }
  }

  /// Returns the oldest holder with the given use, of the peer that holds the most.
  private func displaceable(
    _ use: PlaceUse, where mayGiveWay: (Peer, _ held: Int) -> Bool
  ) -> Holder? {
    var most: (held: Int, holder: Holder)?
    for (peer, account) in accounts
    where mayGiveWay(peer, account.heldCount) && account.heldCount > most?.held ?? 0 {
      if let oldest = account.oldest(use) { most = (account.heldCount, oldest) }
    }
    return most?.holder
  }

  /// Returns the newest holder in the queue, of the peer that has the most holders there; nil
  /// unless that peer has more than the newcomer's peer would have.
  private func newestWaiting(before peer: Peer) -> Holder? {
    let own = accounts[peer]?.waiting.count ?? 0
    let longest = accounts.values.max { $0.waiting.count < $1.waiting.count }
    guard let longest, longest.waiting.count > own + 1 else { return nil }
    return longest.waiting.last?.holder
  }
}
