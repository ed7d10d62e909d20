internal import StewardProtos
internal import Store

extension ManifestApplication {
  /// Ends what the set made and the manifest no longer has, what is in others first.
  mutating func prune(in tx: inout WriteTransaction) {
    for kind in Self.kinds.reversed() { prune(kind, in: &tx) }
  }

  private mutating func prune<Wish: ManifestWish>(
    _ kind: Wish.Type, in tx: inout WriteTransaction
  ) {
    for owned in superfluous[Wish.kind] ?? [] {
      do {
        guard let deletion = try prune(kind, owned, in: &tx) else { continue }
        reportDeletion(deletion)
      } catch {
        let refusal = Refusal(error)
        let name = try? Wish.remains(of: owned, in: &self, tx)?.name
        reportDeletion(
          ApplyResult(
            outcome: WishOutcome.refused.rawValue, kind: owned.kind, name: name ?? owned.handle,
            id: owned.id,
            reason: refusal.reason, message: refusal.message))
      }
    }
  }

  /// Returns what was deleted; nil if it was gone already.
  private mutating func prune<Wish: ManifestWish>(
    _ kind: Wish.Type, _ owned: OwnedObjectRecord, in tx: inout WriteTransaction
  ) throws -> ApplyResult? {
    try set.disown(owned, in: &tx)
    guard let remains = try Wish.remains(of: owned, in: &self, tx) else { return nil }
    let goesAlong = goesWithOrganization(owned)
    if goesAlong {
      going[owned.organizationId, default: [:]][Wish.kind, default: 0] += 1
    } else {
      try Wish.end(owned, in: self, &tx)
    }
    return ApplyResult(
      outcome: WishOutcome.deleted.rawValue, kind: owned.kind, name: remains.name, id: remains.id,
      message: goesAlong ? "" : Wish.endNote)
  }

  /// Whether it is in an organization that is deleted next, and all that is in it.
  private func goesWithOrganization(_ owned: OwnedObjectRecord) -> Bool {
    owned.kind != ManifestKind.organization.rawValue
      && going[owned.organizationId] != nil
  }
}
