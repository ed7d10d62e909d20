internal import StewardProtos
internal import Store

/// An organization that a manifest wishes for.
struct OrganizationWish {
  /// Its place in the manifest.
  let place: Int
  let source: String
  let object: OrganizationObject
  /// The organization that is there already, or that was made of the wish.
  var id: String?
}

/// Where something is to be: in an organization that is there, or in one that is yet to be made.
enum OrganizationPlace: Hashable {
  case existing(String)
  /// By its place among the wishes.
  case wished(Int)
}

/// The organizations of a manifest, and what others in it call them by.
struct OrganizationWishes {
  private(set) var wishes: [OrganizationWish] = []
  private var byName: [String: [Int]] = [:]
  private var byID: [String: Int] = [:]

  subscript(index: Int) -> OrganizationWish { wishes[index] }

  /// The organizations that are there already.
  var ids: [String] { Array(byID.keys) }

  /// Adds a wish, once it is clear which organization it means.
  mutating func add(
    _ wish: OrganizationWish, of set: ManifestSet, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    var wish = wish
    wish.id = try id(of: wish.object, set, in: tx)
    let former =
      wish.id.map { byID[$0] } ?? byName[wish.object.name]?.first { wishes[$0].id == nil }
    if let former { throw Refusal.duplicate(of: wishes[former].source) }
    if let id = wish.id { byID[id] = wishes.count }
    if !wish.object.name.isEmpty { byName[wish.object.name, default: []].append(wishes.count) }
    wishes.append(wish)
  }

  /// Lets a wish that was new be the organization that the set made under this name, which others renamed since.
  mutating func recognize(
    _ index: Int, of set: ManifestSet, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    let name = wishes[index].object.name
    guard wishes[index].id == nil, let id = try set.id(of: .organization, name, in: tx),
      byID[id] == nil, try AdminSchema.organizations.contains(id, in: tx)
    else { return }
    wishes[index].id = id
    byID[id] = index
  }

  mutating func made(_ index: Int, _ id: String) {
    wishes[index].id = id
  }

  private func id(
    of object: OrganizationObject, _ set: ManifestSet,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> String? {
    guard object.id.isEmpty else {
      guard try AdminSchema.organizations.contains(object.id, in: tx) else {
        throw Refusal.unknown("organization", object.id)
      }
      return object.id
    }
    guard !object.name.isEmpty else { throw Refusal.required("name", "the organization's name") }
    let ids = try Organizations.ids(named: object.name, in: tx)
    let owned = try ids.filter { try set.owns($0, in: tx) }
    guard ids.count > 1, owned.count != 1 else { return owned.first ?? ids.first }
    throw Refusal.ambiguous("organization", object.name, ids)
  }
}

extension OrganizationWishes {
  /// Returns what a reference means: a name or an id, or nothing where there is only one organization.
  func resolve(
    _ reference: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> OrganizationPlace {
    guard !reference.isEmpty else { return try theOnlyOne(in: tx) }
    let meant = byName[reference] ?? byID[reference].map { [$0] } ?? []
    guard meant.isEmpty else {
      guard meant.count == 1 else {
        throw Refusal.ambiguous(
          "organization", reference, meant.map { wishes[$0].id ?? "a new one" })
      }
      return place(of: meant[0])
    }
    if try UUIDText.isValid(reference) && AdminSchema.organizations.contains(reference, in: tx) {
      return .existing(reference)
    }
    let ids = try Organizations.ids(named: reference, in: tx)
    guard ids.count < 2 else { throw Refusal.ambiguous("organization", reference, ids) }
    guard let id = ids.first else { throw Refusal.unknown("organization", reference) }
    return .existing(id)
  }

  /// Returns the id of a place whose organization is there or has been made; nil while it is yet to be made.
  func id(of place: OrganizationPlace) -> String? {
    switch place {
    case .existing(let id): id
    case .wished(let index): wishes[index].id
    }
  }

  private func place(of index: Int) -> OrganizationPlace {
    wishes[index].id.map(OrganizationPlace.existing) ?? .wished(index)
  }

  private func theOnlyOne(
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> OrganizationPlace {
    if wishes.count == 1 { return place(of: 0) }
    var ids: [String] = []
    if wishes.isEmpty {
      try AdminSchema.organizations.forEach(in: tx) { stored in
        ids.append(stored.record.id)
        return ids.count < 2
      }
    }
    guard ids.count == 1 else {
      throw Refusal.required("organization", "a name or an id, as there is not just one")
    }
    return .existing(ids[0])
  }
}

extension Organizations {
  /// Enough to tell people what there is to choose from.
  private static let mostNamed = 10

  /// Returns the ids of the organizations of that name.
  fileprivate static func ids(
    named name: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> [String] {
    var ids: [String] = []
    try AdminSchema.organizations.forEach(
      of: AdminSchema.organizationsByName, at: IndexKey(name), in: tx
    ) { stored in
      ids.append(stored.record.id)
      return ids.count < mostNamed
    }
    return ids
  }
}
