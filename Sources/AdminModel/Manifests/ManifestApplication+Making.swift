internal import StewardProtos
internal import Store

extension ManifestApplication {
  /// Makes everything as it is wished, what others refer to first.
  mutating func make(in tx: inout WriteTransaction) {
    for kind in Self.kinds { make(kind, in: &tx) }
  }

  private mutating func make<Wish: ManifestWish>(
    _ kind: Wish.Type, in tx: inout WriteTransaction
  ) {
    for index in self[keyPath: Wish.wishes].order {
      attempt(self[keyPath: Wish.wishes][index].place) { try $0.make(kind, index, in: &tx) }
    }
  }

  private mutating func make<Wish: ManifestWish>(
    _ kind: Wish.Type, _ index: Int, in tx: inout WriteTransaction
  ) throws {
    let entry = self[keyPath: Wish.wishes][index]
    let deed = try entry.wish.make(entry.key, in: &self, &tx)
    if let owned = deed.owned {
      try set.own(
        Wish.kind, owned.handle, key: deed.key, organization: owned.organization, in: &tx)
    }
    self[keyPath: Wish.wishes].made(index, deed.key)
    report(entry.place, ApplyResult(deed, of: Wish.kind))
  }
}
