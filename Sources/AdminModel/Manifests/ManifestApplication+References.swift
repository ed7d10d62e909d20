internal import AdminProtos
internal import Store

/// The resolution of references between a manifest's objects. A reference means one of the
/// manifest's own objects first, then a record in the store.
extension ManifestApplication {
  /// Returns the organization with a name or an id. Returns the only organization if the reference
  /// is empty.
  func organization(
    named reference: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> ResourceReference {
    guard !reference.isEmpty else { return try theOnlyOrganization(in: tx) }
    let meant = organizations.meant(by: reference, or: reference)
    if let index = meant.first {
      guard meant.count == 1 else {
        throw Refusal.ambiguous(
          "organization", reference, meant.map { organizations[$0].key ?? "a new one" })
      }
      return organizations.place(of: index)
    }
    if try UUIDText.isValid(reference) && AdminSchema.organizations.contains(reference, in: tx) {
      return .existing(reference)
    }
    let ids = try Organizations.ids(named: reference, in: tx)
    guard ids.count < 2 else { throw Refusal.ambiguous("organization", reference, ids) }
    guard let id = ids.first else { throw Refusal.unknown("organization", reference) }
    return .existing(id)
  }

  private func theOnlyOrganization(
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> ResourceReference {
    if organizations.entries.count == 1 { return organizations.place(of: 0) }
    var ids: [String] = []
    if organizations.entries.isEmpty {
      try AdminSchema.organizations.forEach(in: tx) { stored in
        ids.append(stored.record.id)
        return ids.count < 2
      }
    }
    guard ids.count == 1 else {
      throw Refusal.required(
        "organization", "a name or an id, because there is not exactly one organization")
    }
    return .existing(ids[0])
  }

  /// Returns the workspace with a name or an id. Returns the Default Workspace if the reference is
  /// empty.
  func workspace(
    named reference: String, of organization: ResourceReference,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> WorkspaceReference {
    let identity = DesiredWorkspace.Identity(organization: organization, name: reference)
    let meant = workspaces.meant(by: identity, or: reference)
      .filter { !reference.isEmpty && workspaces[$0].desired.organization == organization }
    if let index = meant.first {
      guard meant.count == 1 else {
        throw Refusal.ambiguous(
          "workspace", reference, meant.map { workspaces[$0].key ?? "a new one" })
      }
      return WorkspaceReference(organization: organization, workspace: workspaces.place(of: index))
    }
    if let id = organization.key {
      let found = try Self.workspace(stored: reference, of: id, in: tx)
      return WorkspaceReference(organization: organization, workspace: .existing(found))
    }
    guard reference.isEmpty || reference == Workspaces.defaultName else {
      throw Refusal.unknown("workspace", reference)
    }
    return WorkspaceReference(organization: organization, workspace: nil)
  }

  private static func workspace(
    stored reference: String, of organization: String,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> String {
    guard !reference.isEmpty else {
      return try AdminSchema.organizations.require(organization, in: tx).record.defaultWorkspaceId
    }
    if AdminKind.workspace.matches(reference),
      let record = try AdminSchema.workspaces.get(reference, in: tx)?.record,
      record.organizationId == organization
    {
      return reference
    }
    let all = try Workspaces.records(named: reference, of: organization, in: tx)
    let inUse = all.filter { $0.archivedAt == nil }.map(\.id)
    guard inUse.count < 2 else { throw Refusal.ambiguous("workspace", reference, inUse) }
    guard let id = inUse.first ?? all.first?.id else {
      throw Refusal.unknown("workspace", reference)
    }
    return id
  }

  /// Returns the reference to a member who exists or is not made yet: an address in the
  /// organization with a name or an id.
  func place(
    of typed: String, in organization: String, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> MemberReference {
    try MemberReference(typed: typed, in: self.organization(named: organization, in: tx))
  }

  /// Returns the member with an address.
  func member(
    _ typed: String, of organization: ResourceReference,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> NamedMember {
    let place = try MemberReference(typed: typed, in: organization)
    let key = try place.membershipKey(in: tx)
    guard key != nil || members.contains(place) else { throw Refusal.unknown("member", typed) }
    return NamedMember(place: place, key: key)
  }
}

/// The ids of referenced records, once they are made.
extension ManifestApplication {
  func id(ofOrganization place: ResourceReference) throws -> String {
    guard let id = organizations.key(of: place) else { throw Refusal.byReference("organization") }
    return id
  }

  func id(
    ofWorkspace place: WorkspaceReference, in tx: borrowing some Transaction & ~Copyable
  ) throws -> String {
    guard let workspace = place.workspace else {
      let organization = try id(ofOrganization: place.organization)
      return try AdminSchema.organizations.require(organization, in: tx).record.defaultWorkspaceId
    }
    guard let id = workspaces.key(of: workspace) else { throw Refusal.byReference("workspace") }
    return id
  }

  func id(
    ofUser member: NamedMember, in tx: borrowing some Transaction & ~Copyable
  ) throws -> String {
    let organization = try id(ofOrganization: member.place.organization)
    let membership = try Members.membership(of: member.place.address, in: organization, tx)
    guard let membership else { throw Refusal.byReference("member") }
    return membership.record.userId
  }
}
