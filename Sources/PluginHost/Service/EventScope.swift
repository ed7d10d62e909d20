internal import IPCProtos
internal import Store

/// The events that a caller may read: all, or those of some organizations.
///
/// An event that belongs to no organization is only for callers who may read all.
enum EventScope: Hashable, Sendable {
  case everything
  case organizations(Set<String>)

  /// Creates the scope of a caller.
  ///
  /// - Parameter principal: The caller, with the roles that give the permission to read events. The
  ///   role must be held in a whole organization, because an event belongs to no workspace.
  init(of principal: IPCPrincipal?) {
    guard let principal else {
      self = .organizations([])
      return
    }
    let held = principal.roles.filter(\.workspaceId.isEmpty).map(\.organizationId)
    let isUnbound = [.operator, .plugin, .host].contains(principal.kind)
    self = isUnbound || held.contains("") ? .everything : .organizations(Set(held))
  }

  /// Returns the organizations whose events the caller requests and may read; `nil` for all events.
  ///
  /// - Parameter organization: The id of the requested organization, or empty for all that the
  ///   caller may read.
  /// - Throws: The store's error for a missing record, if the caller may not read the events of the
  ///   organization: the caller must not learn whether it exists.
  func narrowed(to organization: String) throws -> Set<String>? {
    switch self {
    case .everything: return organization.isEmpty ? nil : [organization]
    case .organizations(let own):
      guard !organization.isEmpty else { return own }
      guard own.contains(organization) else {
        throw StoreError.notFound("organization", organization)
      }
      return [organization]
    }
  }
}
