/// What one peer has of shared places.
struct FairAccount<Holder: Hashable & Sendable>: Sendable {
  private struct Place: Sendable {
    var use: PlaceUse
    /// When this use began.
    var since: UInt64
  }

  private var places: [Holder: Place] = [:]
  /// Those that wait, in the order in which they came.
  var waiting: [(holder: Holder, use: PlaceUse)] = []
  /// When the peer had its last place. One that comes anew stands behind those that wait already.
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

  /// Takes a place back; returns false if the holder has none.
  mutating func release(_ holder: Holder) -> Bool {
    places.removeValue(forKey: holder) != nil
  }

  /// The holder that has used its place so for the longest time.
  func oldest(_ use: PlaceUse) -> Holder? {
    places.filter { $0.value.use == use }.min { $0.value.since < $1.value.since }?.key
  }
}
