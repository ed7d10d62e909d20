internal import StewardProtos
internal import Store

extension ManifestApplication {
  /// Finds out what every object means and refers to, before anything is changed.
  mutating func resolve(
    pruning: Bool, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    for place in objects.indices { attempt(place) { try $0.addOrganization(place, in: tx) } }
    for index in organizations.wishes.indices {
      try organizations.recognize(index, of: set, in: tx)
    }
    for place in objects.indices { attempt(place) { try $0.addOther(place, in: tx) } }
    for index in workspaces.wishes.indices { try workspaces.recognize(index, of: set, in: tx) }
    guard pruning, !isRefused else { return }
    try findSuperfluous(in: tx)
  }

  private mutating func addOrganization(
    _ place: Int, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    guard case .organization(let object) = objects[place].object else { return }
    let wish = OrganizationWish(place: place, source: objects[place].source, object: object)
    try organizations.add(wish, of: set, in: tx)
  }

  private mutating func addOther(
    _ place: Int, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    switch objects[place].object {
    case .organization: return
    case .workspace(let object):
      let organization = try organizations.resolve(object.organization, in: tx)
      let wish = WorkspaceWish(
        place: place, source: objects[place].source, object: object, organization: organization)
      try workspaces.add(wish, of: set, in: tx)
    default:
      throw Refusal(
        "KIND_NOT_APPLIED",
        "This Steward applies organizations and workspaces only. Use the commands of the noun.")
    }
  }

  private mutating func findSuperfluous(
    in tx: borrowing some Transaction & ~Copyable
  ) throws {
    let wanted = Set(organizations.ids).union(workspaces.ids)
    superfluous = try set.everything(in: tx).filter { !wanted.contains($0.id) }
    let going = Set(superfluous.filter { $0.kind == ManifestKind.organization.rawValue }.map(\.id))
    for wish in workspaces.wishes {
      guard case .existing(let organization) = wish.organization, going.contains(organization)
      else { continue }
      attempt(wish.place) { _ in
        throw Refusal(
          "REFERENCE_PRUNED",
          "Its organization is not in the manifest any more, and pruning would delete it. Keep the "
            + "organization in the manifest, or take this out too.")
      }
    }
  }
}
