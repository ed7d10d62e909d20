internal import AdminProtos
internal import Store

extension ManifestApplication {
  /// Ends the records that the set made and that are no longer in the manifest. Records that lie in
  /// others end first.
  mutating func prune(in tx: inout WriteTransaction) {
    for kind in Self.kinds.reversed() { prune(kind, in: &tx) }
  }

  private mutating func prune<Resource: DesiredResource>(
    _ kind: Resource.Type, in tx: inout WriteTransaction
  ) {
    for owned in superfluous[Resource.kind] ?? [] {
      do {
        guard let deletion = try prune(kind, owned, in: &tx) else { continue }
        reportDeletion(deletion)
      } catch {
        let refusal = Refusal(error)
        let name = try? Resource.orphan(of: owned, in: &self, tx)?.name
        reportDeletion(
          ApplyResult(
            outcome: ResourceOutcome.refused.rawValue, kind: owned.kind, name: name ?? owned.handle,
            id: owned.id,
            reason: refusal.reason, message: refusal.message))
      }
    }
  }

  /// Returns what was deleted; nil if it didn't exist any more.
  private mutating func prune<Resource: DesiredResource>(
    _ kind: Resource.Type, _ owned: OwnedObjectRecord, in tx: inout WriteTransaction
  ) throws -> ApplyResult? {
    try set.disown(owned, in: &tx)
    guard let orphan = try Resource.orphan(of: owned, in: &self, tx) else { return nil }
    let goesAlong = goesWithOrganization(owned)
    if goesAlong {
      pendingDeletion[owned.organizationId, default: [:]][Resource.kind, default: 0] += 1
    } else {
      try Resource.end(owned, in: self, &tx)
    }
    return ApplyResult(
      outcome: ResourceOutcome.deleted.rawValue, kind: owned.kind, name: orphan.name, id: orphan.id,
      message: goesAlong ? "" : Resource.endNote)
  }

  /// Returns whether the record lies in an organization that is deleted next, together with
  /// everything in it.
  private func goesWithOrganization(_ owned: OwnedObjectRecord) -> Bool {
    owned.kind != ManifestKind.organization.rawValue
      && pendingDeletion[owned.organizationId] != nil
  }
}
