internal import StewardProtos
internal import Store

extension ManifestApplication {
  /// Deletes what the set made and the manifest no longer has. Workspaces are archived, as that is their end.
  mutating func prune(in tx: inout WriteTransaction) {
    let going = Set(superfluous.filter { $0.kind == ManifestKind.organization.rawValue }.map(\.id))
    for owned in superfluous where owned.kind == ManifestKind.workspace.rawValue {
      attemptPruning(owned) { application in
        try application.pruneWorkspace(
          owned, withOrganization: going.contains(owned.organizationId), in: &tx)
      }
    }
    for owned in superfluous where owned.kind == ManifestKind.organization.rawValue {
      attemptPruning(owned) { try $0.pruneOrganization(owned, in: &tx) }
    }
  }

  private mutating func pruneWorkspace(
    _ owned: OwnedObjectRecord, withOrganization: Bool, in tx: inout WriteTransaction
  ) throws {
    try set.disown(owned, in: &tx)
    guard let record = try AdminSchema.workspaces.get(owned.id, in: tx)?.record,
      record.archivedAt == nil,
      let organization = try AdminSchema.organizations.get(record.organizationId, in: tx)?.record
    else { return }
    _ = try Workspaces.archive(owned.id, ifMatch: "", by: access, in: &tx)
    reportDeletion(
      ApplyResult(
        outcome: .deleted, kind: owned.kind, name: "\(organization.name)/\(record.name)",
        id: owned.id, message: withOrganization ? "" : "Archived, which is a workspace's end."))
  }

  private mutating func pruneOrganization(
    _ owned: OwnedObjectRecord, in tx: inout WriteTransaction
  ) throws {
    try set.disown(owned, in: &tx)
    guard let record = try AdminSchema.organizations.get(owned.id, in: tx)?.record else { return }
    try refuseFilled(record, tx)
    _ = try Organizations.delete(
      owned.id, confirmation: nil, ifMatch: "", by: access, in: &tx)
    reportDeletion(
      ApplyResult(outcome: .deleted, kind: owned.kind, name: record.name, id: owned.id))
  }

  /// What the set made in the organization is archived by now: what is still in use, others made.
  private func refuseFilled(
    _ organization: OrganizationRecord, _ tx: borrowing WriteTransaction
  ) throws {
    let id = organization.id
    let counts = [
      ("workspace", try Organizations.workspaceCount(of: id, in: tx)),
      ("member", try Organizations.memberCount(of: id, in: tx)),
      ("API key", try Organizations.keyCount(of: id, in: tx)),
    ].filter { $0.1 > 0 }
    guard !counts.isEmpty else { return }
    let list = counts.map { "\($0.1) \($0.0)\($0.1 == 1 ? "" : "s")" }.joined(separator: ", ")
    throw Refusal(
      "ORGANIZATION_NOT_EMPTY",
      "Organization \"\(organization.name)\" holds what this set didn't make: \(list). Remove that first, "
        + "or delete the organization by hand: steward orgs delete \(id)")
  }

  private mutating func attemptPruning(
    _ owned: OwnedObjectRecord, _ steps: (inout ManifestApplication) throws -> Void
  ) {
    do {
      try steps(&self)
    } catch {
      let refusal = Refusal(error)
      reportDeletion(
        ApplyResult(
          outcome: .refused, kind: owned.kind, name: owned.handle, id: owned.id,
          reason: refusal.reason, message: refusal.message))
    }
  }
}
