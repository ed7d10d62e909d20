internal import StewardProtos
internal import Store

extension ManifestApplication {
  /// Makes the organizations as they are wished.
  mutating func makeOrganizations(in tx: inout WriteTransaction) {
    for index in organizations.wishes.indices {
      attempt(organizations[index].place) { try $0.makeOrganization(index, in: &tx) }
    }
  }

  private mutating func makeOrganization(_ index: Int, in tx: inout WriteTransaction) throws {
    let wish = organizations[index]
    if let id = wish.id {
      let before = try Organizations.get(id, by: access, in: tx).record
      let name = wish.object.name.isEmpty ? nil : wish.object.name
      let after = try Organizations.update(id, name: name, ifMatch: "", by: access, in: &tx).record
      report(wish.place, ApplyResult(after, after.changes(since: before), isNew: false))
    } else {
      let made = try Organizations.create(named: wish.object.name, by: access, in: &tx).record
      try set.own(.organization, made.name, id: made.id, organization: made.id, in: &tx)
      organizations.made(index, made.id)
      report(wish.place, ApplyResult(made, made.changes(since: nil), isNew: true))
    }
  }
}

extension ApplyResult {
  fileprivate init(_ record: OrganizationRecord, _ changes: [FieldChange], isNew: Bool) {
    self.init(
      outcome: isNew ? .created : changes.isEmpty ? .unchanged : .updated,
      kind: ManifestKind.organization.rawValue, name: record.name, id: record.id, changes: changes)
  }
}
