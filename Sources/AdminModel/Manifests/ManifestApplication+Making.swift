internal import AdminProtos
internal import Store

extension ManifestApplication {
  /// Makes all desired resources. Resources that others refer to are made first.
  mutating func make(in tx: inout WriteTransaction) {
    for kind in Self.kinds { make(kind, in: &tx) }
  }

  private mutating func make<Resource: DesiredResource>(
    _ kind: Resource.Type, in tx: inout WriteTransaction
  ) {
    for index in self[keyPath: Resource.desired].order {
      attempt(self[keyPath: Resource.desired][index].place) { try $0.make(kind, index, in: &tx) }
    }
  }

  private mutating func make<Resource: DesiredResource>(
    _ kind: Resource.Type, _ index: Int, in tx: inout WriteTransaction
  ) throws {
    let entry = self[keyPath: Resource.desired][index]
    let change = try entry.desired.make(entry.key, in: &self, &tx)
    if let owned = change.owned {
      try set.own(
        Resource.kind, owned.handle, key: change.key, organization: owned.organization, in: &tx)
    }
    self[keyPath: Resource.desired].made(index, change.key)
    report(entry.place, ApplyResult(change, of: Resource.kind))
  }
}
