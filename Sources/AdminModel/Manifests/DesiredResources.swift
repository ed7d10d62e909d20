internal import Store

/// The desired resources of one kind, and the identities by which others in the manifest refer to
/// them.
struct DesiredResources<Resource: DesiredResource> {
  /// A desired resource with its source and the record that it stands for.
  struct Entry {
    /// Its position in the manifest.
    let place: Int
    let source: String
    let desired: Resource
    /// The key of the record that exists already, or that was made for the resource.
    fileprivate(set) var key: String?
  }

  private(set) var entries: [Entry] = []
  private var byIdentity: [Resource.Identity: [Int]] = [:]
  private var byKey: [String: Int] = [:]

  subscript(index: Int) -> Entry { entries[index] }

  /// The keys of the records that exist already.
  var keys: Dictionary<String, Int>.Keys { byKey.keys }

  /// The order in which the resources are made.
  var order: [Int] {
    entries.indices.filter { entries[$0].desired.goesFirst }
      + entries.indices.filter { !entries[$0].desired.goesFirst }
  }

  /// Adds a desired resource. Throws if another one stands for the same record.
  mutating func add(_ desired: Resource, key: String?, at place: Int, from source: String) throws {
    let former =
      key.map { byKey[$0] } ?? byIdentity[desired.identity]?.first { entries[$0].key == nil }
    if let former { throw Refusal.duplicate(of: entries[former].source) }
    if let key { byKey[key] = entries.count }
    byIdentity[desired.identity, default: []].append(entries.count)
    entries.append(Entry(place: place, source: source, desired: desired, key: key))
  }

  /// Assigns an existing record to a resource that seemed to be new, unless another resource stands
  /// for that record.
  mutating func recognize(_ index: Int, as key: String) {
    guard byKey[key] == nil else { return }
    entries[index].key = key
    byKey[key] = index
  }

  mutating func made(_ index: Int, _ key: String) {
    entries[index].key = key
  }

  /// Returns the resources that a reference means: the ones with that identity, or else the one
  /// with that key.
  func meant(by identity: Resource.Identity, or key: String) -> [Int] {
    byIdentity[identity] ?? byKey[key].map { [$0] } ?? []
  }

  func contains(_ identity: Resource.Identity) -> Bool { byIdentity[identity] != nil }

  /// Returns a reference to the record that a desired resource stands for.
  func place(of index: Int) -> ResourceReference {
    entries[index].key.map(ResourceReference.existing) ?? .desired(index)
  }

  /// Returns the key of a reference whose record exists; nil while the record is not made yet.
  func key(of place: ResourceReference) -> String? {
    switch place {
    case .existing(let key): key
    case .desired(let index): entries[index].key
    }
  }
}
