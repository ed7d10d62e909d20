internal import Store

/// The wishes of one kind, and what others in the manifest call them by.
struct DesiredResources<Resource: DesiredResource> {
  /// A wish with where it was written and what it means.
  struct Entry {
    /// Its place in the manifest.
    let place: Int
    let source: String
    let desired: Resource
    /// Of the record that is there already, or that was made of the wish.
    fileprivate(set) var key: String?
  }

  private(set) var entries: [Entry] = []
  private var byIdentity: [Resource.Identity: [Int]] = [:]
  private var byKey: [String: Int] = [:]

  subscript(index: Int) -> Entry { entries[index] }

  /// The keys of the records that are there already.
  var keys: Dictionary<String, Int>.Keys { byKey.keys }

  /// The order in which they are made.
  var order: [Int] {
    entries.indices.filter { entries[$0].desired.goesFirst }
      + entries.indices.filter { !entries[$0].desired.goesFirst }
  }

  /// Adds a wish, or throws that another means the same.
  mutating func add(_ desired: Resource, key: String?, at place: Int, from source: String) throws {
    let former =
      key.map { byKey[$0] } ?? byIdentity[desired.identity]?.first { entries[$0].key == nil }
    if let former { throw Refusal.duplicate(of: entries[former].source) }
    if let key { byKey[key] = entries.count }
    byIdentity[desired.identity, default: []].append(entries.count)
    entries.append(Entry(place: place, source: source, desired: desired, key: key))
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
  func meant(by identity: Resource.Identity, or key: String) -> [Int] {
    byIdentity[identity] ?? byKey[key].map { [$0] } ?? []
  }

  func contains(_ identity: Resource.Identity) -> Bool { byIdentity[identity] != nil }

  /// Where the thing is that a wish means.
  func place(of index: Int) -> ResourceReference {
    entries[index].key.map(ResourceReference.existing) ?? .wished(index)
  }

  /// Returns the key of a place whose record is there or has been made; nil while it is yet to be made.
  func key(of place: ResourceReference) -> String? {
    switch place {
    case .existing(let key): key
    case .wished(let index): entries[index].key
    }
  }
}
