internal import DequeModule

/// The places that one peer holds or waits for.
struct FairAccount<Holder: Hashable & Sendable>: Sendable {
  private struct Place: Sendable {
    var use: PlaceUse
    /// When this use began.
    var since: UInt64
  }

  private var places: [Holder: Place] = [:]
  /// The holders that wait, in the order in which they arrived.
  var waiting: Deque<(holder: Holder, use: PlaceUse)> = []
  /// When the peer last got a place. A new account starts with the present moment, so a peer that
  /// returns stands behind the peers that wait already.
  private(set) var lastTurn: UInt64

  init(at moment: UInt64) { lastTurn = moment }

  var heldCount: Int { places.count }
  var isEmpty: Bool { places.isEmpty && waiting.isEmpty }

  mutating func hold(_ holder: Holder, _ use: PlaceUse, at moment: UInt64) {
    places[holder] = Place(use: use, since: moment)
    lastTurn = moment
  }

  mutating func mark(_ holder: Holder, as use: PlaceUse, at moment: UInt64) {
    if let index = places.index(forKey: holder) {
      places.values[index] = Place(use: use, since: moment)
    } else if let index = waiting.firstIndex(where: { $0.holder == holder }) {
      waiting[index].use = use
    }
  }

  /// Takes a place back. Returns false if the holder has none.
  mutating func release(_ holder: Holder) -> Bool {
    places.removeValue(forKey: holder) != nil
  }

  /// Returns the holder whose place has had this use for the longest time.
  func oldest(_ use: PlaceUse) -> Holder? {
    places.filter { $0.value.use == use }.min { $0.value.since < $1.value.since }?.key
  }
}
