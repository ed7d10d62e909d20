internal import Store

/// The wishes of one kind, and what others in the manifest call them by.
struct Wishes<Wish: ManifestWish> {
  /// A wish with where it was written and what it means.
  struct Entry {
    /// Its place in the manifest.
    let place: Int
    let source: String
    let wish: Wish
    /// Of the record that is there already, or that was made of the wish.
    fileprivate(set) var key: String?
  }

  private(set) var entries: [Entry] = []
  private var byIdentity: [Wish.Identity: [Int]] = [:]
  private var byKey: [String: Int] = [:]

  subscript(index: Int) -> Entry { entries[index] }

  /// The keys of the records that are there already.
  var keys: Dictionary<String, Int>.Keys { byKey.keys }

  /// The order in which they are made.
  var order: [Int] {
    entries.indices.filter { entries[$0].wish.goesFirst }
      + entries.indices.filter { !entries[$0].wish.goesFirst }
  }

  /// Adds a wish, or throws that another means the same.
  mutating func add(_ wish: Wish, key: String?, at place: Int, from source: String) throws {
    let former =
      key.map { byKey[$0] } ?? byIdentity[wish.identity]?.first { entries[$0].key == nil }
    if let former { throw Refusal.duplicate(of: entries[former].source) }
    if let key { byKey[key] = entries.count }
    byIdentity[wish.identity, default: []].append(entries.count)
    entries.append(Entry(place: place, source: source, wish: wish, key: key))
  }

  /// Lets a wish that was new mean a record, unless another means it.
  mutating func recognize(_ index: Int, as key: String) {
    guard byKey[key] == nil else { return }
    entries[index].key = key
    byKey[key] = index
  }

  mutating func made(_ index: Int, _ key: String) {
    entries[index].key = key
  }

  /// Returns those that a reference means: what is called so, or else what has that key.
  func meant(by identity: Wish.Identity, or key: String) -> [Int] {
    byIdentity[identity] ?? byKey[key].map { [$0] } ?? []
  }

  func contains(_ identity: Wish.Identity) -> Bool { byIdentity[identity] != nil }

  /// Where the thing is that a wish means.
  func place(of index: Int) -> ManifestPlace {
    entries[index].key.map(ManifestPlace.existing) ?? .wished(index)
  }

  /// Returns the key of a place whose record is there or has been made; nil while it is yet to be made.
  func key(of place: ManifestPlace) -> String? {
    switch place {
    case .existing(let key): key
    case .wished(let index): entries[index].key
    }
  }
}
