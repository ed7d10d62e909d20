/// How a place of ``FairShares`` is used.
public enum PlaceUse: Hashable, Sendable {
  /// It ends soon by itself, and is never displaced.
  case brief
  /// It may last. It is displaced when nothing idle can be.
  case lasting
  /// It serves nothing now, and is displaced first.
  case idle
}
