/// How a place of ``FairShares`` is used.
public enum PlaceUse: Hashable, Sendable {
  /// It ends soon by itself. It is never displaced.
  case brief
  /// It may last. It is displaced when no idle place can be.
  case lasting
  /// It serves nothing now. It is displaced first.
  case idle
}
