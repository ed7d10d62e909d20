internal import StewardProtos
internal import Store

extension ManifestApplication {
  /// Finds out what every object means and refers to, before anything is changed.
  mutating func resolve(
    pruning: Bool, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    for kind in Self.kinds { try resolve(kind, in: tx) }
    refuseUnknownKinds()
    guard pruning, !isRefused else { return }
    try findSuperfluous(in: tx)
  }

  private mutating func resolve<Wish: ManifestWish>(
    _ kind: Wish.Type, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    for place in objects.indices where objects[place].kind == Wish.kind {
      attempt(place) { try $0.add(kind, place, in: tx) }
    }
    for index in self[keyPath: Wish.wishes].entries.indices {
      let entry = self[keyPath: Wish.wishes][index]
      guard entry.key == nil, let key = try entry.wish.findRenamed(in: self, tx) else { continue }
      self[keyPath: Wish.wishes].recognize(index, as: key)
    }
  }

  private mutating func add<Wish: ManifestWish>(
    _ kind: Wish.Type, _ place: Int, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    guard let object = Wish.object(of: objects[place]) else { return }
    let wish = try Wish(object, in: self, tx)
    let key = try wish.find(in: self, tx)
    try self[keyPath: Wish.wishes].add(wish, key: key, at: place, from: objects[place].source)
  }

  private mutating func refuseUnknownKinds() {
    for place in objects.indices where objects[place].kind == nil {
      attempt(place) { _ in
        throw Refusal(
          "UNKNOWN_KIND",
          "Its kind is not known here; the host is older than what sent it. Update the host.")
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
      if kind == .organization { going[record.id] = [:] }
    }
    let kinds = Dictionary(owned.map { ($0.id, $0.kind) }) { first, _ in first }
    for kind in Self.kinds { refuseReferences(to: kinds, from: kind) }
  }

  private func keys<Wish: ManifestWish>(of kind: Wish.Type) -> [String] {
    Array(self[keyPath: Wish.wishes].keys)
  }

  /// - Parameter kinds: Of what pruning deletes, by key.
  private mutating func refuseReferences<Wish: ManifestWish>(
    to kinds: [String: String], from kind: Wish.Type
  ) {
    for entry in self[keyPath: Wish.wishes].entries {
      guard let noun = entry.wish.references.lazy.compactMap({ kinds[$0] }).first else { continue }
      attempt(entry.place) { _ in
        throw Refusal(
          "REFERENCE_PRUNED",
          "Its \(noun) is not in the manifest any more, and pruning would delete it. Keep the "
            + "\(noun) in the manifest, or take this out too.")
      }
    }
  }
}
