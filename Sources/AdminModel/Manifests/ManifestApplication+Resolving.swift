internal import AdminProtos
internal import Store

extension ManifestApplication {
  /// Resolves every object to its record and its references, before anything is changed.
  mutating func resolve(
    pruning: Bool, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    for kind in Self.kinds { try resolve(kind, in: tx) }
    refuseUnknownKinds()
    guard pruning, !isRefused else { return }
    try findSuperfluous(in: tx)
  }

  private mutating func resolve<Resource: DesiredResource>(
    _ kind: Resource.Type, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    for place in objects.indices where objects[place].kind == Resource.kind {
      attempt(place) { try $0.add(kind, place, in: tx) }
    }
    for index in self[keyPath: Resource.desired].entries.indices {
      let entry = self[keyPath: Resource.desired][index]
      guard entry.key == nil, let key = try entry.desired.findRenamed(in: self, tx) else {
        continue
      }
      self[keyPath: Resource.desired].recognize(index, as: key)
    }
  }

  private mutating func add<Resource: DesiredResource>(
    _ kind: Resource.Type, _ place: Int, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    guard let object = Resource.object(of: objects[place]) else { return }
    let desired = try Resource(object, in: self, tx)
    let key = try desired.find(in: self, tx)
    try self[keyPath: Resource.desired].add(
      desired, key: key, at: place, from: objects[place].source)
  }

  private mutating func refuseUnknownKinds() {
    for place in objects.indices where objects[place].kind == nil {
      attempt(place) { _ in
        throw Refusal(
          "UNKNOWN_KIND",
          "The host doesn't know this kind of object: it is older than the client. Update the "
            + "host.")
      }
    }
  }
}

extension ManifestApplication {
  private mutating func findSuperfluous(
    in tx: borrowing some Transaction & ~Copyable
  ) throws {
    let wanted = Self.kinds.reduce(into: Set()) { $0.formUnion(keys(of: $1)) }
    let owned = try set.everything(in: tx).filter { !wanted.contains($0.id) }
    for record in owned {
      guard let kind = ManifestKind(rawValue: record.kind) else { continue }
      superfluous[kind, default: []].append(record)
      if kind == .organization { pendingDeletion[record.id] = [:] }
    }
    let kinds = Dictionary(owned.map { ($0.id, $0.kind) }) { first, _ in first }
    for kind in Self.kinds { refuseReferences(to: kinds, from: kind) }
  }

  private func keys<Resource: DesiredResource>(of kind: Resource.Type) -> [String] {
    Array(self[keyPath: Resource.desired].keys)
  }

  /// Refuses the objects that refer to a record that pruning deletes.
  ///
  /// - Parameter kinds: The kinds of the records that pruning deletes, by key.
  private mutating func refuseReferences<Resource: DesiredResource>(
    to kinds: [String: String], from kind: Resource.Type
  ) {
    for entry in self[keyPath: Resource.desired].entries {
      guard let noun = entry.desired.references.lazy.compactMap({ kinds[$0] }).first else {
        continue
      }
      attempt(entry.place) { _ in
        throw Refusal(
          "REFERENCE_PRUNED",
          "Its \(noun) is no longer in the manifest, and pruning would delete it. Keep the "
            + "\(noun) in the manifest, or remove this object too.")
      }
    }
  }
}
