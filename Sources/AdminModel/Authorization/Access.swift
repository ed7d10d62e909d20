public import IPCProtos
internal import Store

/// What a caller may do, and where. Every operation takes an `Access`, so that none can forget the
/// check.
///
/// The host has checked that the caller holds the method's permission somewhere. This type checks
/// that the caller holds it in the organization or workspace of the call.
public struct Access: Sendable {
  private enum Extent: Hashable {
    /// Everything in this place.
    case everything(Scope)
    case roles([Holding])
  }

  private struct Holding: Hashable {
    let role: Role
    let scope: Scope

    /// Returns the part of the role that applies in a place; nil if none does.
    func within(_ place: Scope) -> Holding? {
      if place.contains(scope) { return self }
      return scope.contains(place) ? Holding(role: role, scope: place) : nil
    }
  }

  /// The caller's identity.
  public let principal: IPCPrincipal
  private let extent: Extent
  /// The journal of what the caller was allowed to do; nil where none is kept.
  private let journal: AccessJournal?

  /// Creates the access of a principal. Roles that are not known here allow nothing.
  public init(of principal: IPCPrincipal) {
    self.principal = principal
    journal = nil
    extent =
      switch principal.kind {
      case .operator, .plugin, .host: .everything(.installation)
      default: .roles(principal.roles.compactMap(Self.holding))
      }
  }

  /// The access of the installation's own work, which no caller asked for.
  public static let unlimited = Access(of: IPCPrincipal(kind: .host, id: "steward"))

  private init(_ principal: IPCPrincipal, _ extent: Extent, _ journal: AccessJournal?) {
    self.principal = principal
    self.extent = extent
    self.journal = journal
  }

  /// Returns the same access limited to one organization; without a limit, if `organization` is
  /// empty. A caller who has a role in several organizations can choose in which one they act.
  public func within(_ organization: String) -> Access {
    guard !organization.isEmpty else { return self }
    let place = Scope.organization(organization)
    switch extent {
    case .everything: return Access(principal, .everything(place), journal)
    case .roles(let held):
      return Access(principal, .roles(held.compactMap { $0.within(place) }), journal)
    }
  }

  /// Returns the same access, which records in the journal everything that it allows the caller to
  /// do.
  func noting(in journal: AccessJournal) -> Access { Access(principal, extent, journal) }

  private static func holding(_ grant: IPCRoleGrant) -> Holding? {
    guard let role = Role(rawValue: grant.role) else { return nil }
    return Holding(
      role: role,
      scope: Scope(organization: grant.organizationId, workspace: grant.workspaceId))
  }
}

extension Access {
  /// Returns whether the caller may do this here.
  public func allows(_ permission: Permission, at scope: Scope) -> Bool {
    allows(permission, at: scope, of: scope.noun, scope.workspace ?? scope.organization ?? "")
  }

  /// Returns whether the caller is this user.
  func isUser(_ id: String) -> Bool {
    guard principal.kind == .user, principal.id == id else { return false }
    journal?.note(.user(id))
    return true
  }

  /// Throws unless the caller is the user who runs the host.
  func requireOperator(_ verb: String) throws(AdminError) {
    guard principal.kind == .operator else {
      throw .denied(
        message: "An installation can only be \(verb) by the user who runs the host, on its "
          + "machine.")
    }
    journal?.note(.operatorAlone)
  }

  private func allows(
    _ permission: Permission, at scope: Scope, of noun: String, _ id: String
  ) -> Bool {
    let isAllowed = holds(permission, at: scope)
    if isAllowed { journal?.note(.permission(permission, at: scope, noun: noun, id: id)) }
    return isAllowed
  }

  private func holds(_ permission: Permission, at scope: Scope) -> Bool {
    guard permission.mayBeHeld(by: principal.kind) else { return false }
    return switch extent {
    case .everything(let place): place.contains(scope)
    case .roles(let held):
      held.contains { $0.scope.contains(scope) && $0.role.permissions.contains(permission) }
    }
  }

  /// Returns whether the caller may do this here with what belongs to the caller, and with nothing
  /// else.
  func allowsOnlyOwn(_ permission: Permission, at scope: Scope) -> Bool {
    guard principal.kind == .user, case .roles(let held) = extent else { return false }
    return !holds(permission, at: scope)
      && held.contains { $0.scope.contains(scope) && $0.role.ownPermissions.contains(permission) }
  }

  /// The ids of the organizations in which the caller has a role, sorted; nil for all
  /// organizations.
  public var organizations: [String]? {
    switch extent {
    case .everything(let place): return place.organization.map { [$0] }
    case .roles(let held):
      if held.contains(where: { $0.scope == .installation }) { return nil }
      return Set(held.compactMap(\.scope.organization)).sorted()
    }
  }

  /// Throws unless the caller may do this here.
  ///
  /// - Parameters:
  ///   - noun: The kind of the record, as its table names it.
  ///   - id: Its id.
  /// - Throws: The store's error for a missing record, if the caller has no role in its
  ///   organization: the caller must not learn whether it exists. Otherwise
  ///   ``AdminError/denied(message:)``.
  func require(_ permission: Permission, at scope: Scope, of noun: String, _ id: String) throws {
    guard !allows(permission, at: scope, of: noun, id) else { return }
    if let organization = scope.organization, let visible = organizations,
      !visible.contains(organization)
    {
      throw StoreError.notFound(noun, id)
    }
    throw AdminError.denied(message: denial(of: permission, at: scope))
  }

  /// Throws unless the caller may do this with a record that may belong to a user.
  ///
  /// - Parameters:
  ///   - reading: The permission to see such a record.
  ///   - owner: The user who owns the record; empty for none.
  /// - Throws: The store's error for a missing record, if the caller sees only their own records
  ///   here and this is another's: the caller must not learn that it exists.
  func require(
    _ permission: Permission, reading: Permission, at scope: Scope, of noun: String, _ id: String,
    owner: String
  ) throws {
    guard !allows(permission, at: scope, of: noun, id) else { return }
    let isOwn = principal.kind == .user && principal.id == owner
    if isOwn, allowsOnlyOwn(permission, at: scope) {
      journal?.note(.own(permission, at: scope, noun: noun, id: id, of: owner))
      return
    }
    if !isOwn, allowsOnlyOwn(reading, at: scope) { throw StoreError.notFound(noun, id) }
    try require(permission, at: scope, of: noun, id)
  }

  private func denial(of permission: Permission, at scope: Scope) -> String {
    let place =
      switch scope {
      case .installation: "the whole installation"
      case .organization(let id): "organization \(id)"
      case .workspace(let id, _): "workspace \(id)"
      }
    guard permission.mayBeHeld(by: principal.kind) else {
      return "You need the permission \(permission.rawValue), which only a user can have. Log in, "
        + "and call with the access token of your session."
    }
    return "You need the permission \(permission.rawValue) in \(place); your roles there don't "
      + "give it (\(roleNames(at: scope))). Ask an admin for a role that gives it."
  }

  private func roleNames(at scope: Scope) -> String {
    guard case .roles(let held) = extent else { return "none" }
    let names = held.filter { $0.scope.contains(scope) }.map(\.role.rawValue).sorted()
    return names.isEmpty ? "none" : names.joined(separator: ", ")
  }
}
