internal import GoogleProtos
internal import HostProtos
internal import IPC
internal import IPCProtos
internal import Status

/// The identity on whose behalf a call is made, and the permissions that it has.
///
/// The plugin must check where a permission is held: in which organization or workspace.
struct Principal: Hashable, Sendable {
  private enum Extent: Hashable {
    case everything
    case permissions(Set<String>)
  }

  /// The permission that every caller has, even without a credential.
  private static let everybodys = "public"
  /// The text in the auth plugin's response that stands for every permission.
  private static let wildcard = "*"

  /// The principal of an anonymous caller.
  static let anonymous = Principal(ResolveResponse())

  let principal: IPCPrincipal
  private let extent: Extent
  /// The permissions that each role gives, by the role's name.
  private let roles: [String: Set<String>]
  /// The time at which the caller last showed their password, in seconds since 1970.
  private let passwordShownAt: Int64?
  /// The number of seconds between that time and the call.
  private var passwordAge: Int64?
  /// The time at which the principal ends, if it was lent to a plugin for the time of a call.
  private(set) var end: ContinuousClock.Instant?
  /// The credential that proves the principal; `nil` if it needed none. What a plugin calls with a
  /// lent principal is proven by it too.
  private(set) var credential: String?
  /// The plugin that uses the principal through a grant for a whole service. Such a grant includes
  /// no privileged method.
  private var broadlyGranted: String?

  /// Whether the caller is unknown: without a credential, or while the host resolves the
  /// credential.
  var isUnproven: Bool { [.anonymous, .host].contains(principal.kind) }

  /// Creates the principal of the user who runs the host, of the host itself, or of a plugin. The
  /// grants of a plugin are checked elsewhere.
  init(unlimited principal: IPCPrincipal) {
    self.principal = principal
    extent = .everything
    roles = [:]
    passwordShownAt = nil
  }

  /// Creates the principal of a credential, as the auth plugin resolved it.
  init(_ resolved: ResolveResponse) {
    principal = resolved.principal ?? IPCPrincipal(kind: .anonymous)
    let permissions = Set(resolved.permissions)
    extent = permissions.contains(Self.wildcard) ? .everything : .permissions(permissions)
    roles = Dictionary(resolved.roles.map { ($0.role, Set($0.permissions)) }) { $0.union($1) }
    passwordShownAt = resolved.passwordShownAt?.seconds
  }

  /// Returns the principal for a call that is made now. If the time of the password lies in the
  /// future, because the clock was set back, no password counts as shown.
  func calling(at now: Int64) -> Principal {
    var principal = self
    principal.passwordAge = passwordShownAt.flatMap {
      (0...max(0, now)).contains($0) ? now - $0 : nil
    }
    return principal
  }

  /// Returns the principal as a plugin may use it through one of its grants.
  func used(by plugin: String, through grant: CallPattern) -> Principal {
    var used = self
    used.broadlyGranted = grant.method == nil ? plugin : nil
    return used
  }

  /// Returns the principal with the credential that proves it.
  func proven(by credential: String) -> Principal {
    var proven = self
    proven.credential = credential
    return proven
  }

  /// Returns the principal with an end.
  func lent(until end: ContinuousClock.Instant) -> Principal {
    var lent = self
    lent.end = end
    return lent
  }

  /// Returns the identity with the roles that give a permission, and without its other roles. So it
  /// tells where the permission is held.
  ///
  /// A role that the auth plugin doesn't explain gives nothing. A caller with every permission has
  /// one role, which stands for all.
  func identity(giving permission: String) -> IPCPrincipal {
    var identity = principal
    guard ![.operator, .host, .plugin].contains(principal.kind) else { return identity }
    switch extent {
    case .everything: identity.roles = [IPCRoleGrant(role: Self.wildcard)]
    case .permissions:
      identity.roles.removeAll { grant in
        guard let given = roles[grant.role] else { return true }
        return !given.contains(permission) && !given.contains(Self.wildcard)
      }
    }
    return identity
  }

  /// Throws unless the principal may call a method with these rules.
  func check(_ rules: MethodRules, of method: String) throws(Status) {
    guard !rules.permission.isEmpty else { throw .noPermissionDeclared(method) }
    if rules.privileged, let broadlyGranted { throw .notNamed(method, by: broadlyGranted) }
    guard allows(rules.permission) else {
      throw principal.kind == .anonymous
        ? .credentialMissing(method) : .permissionMissing(method, rules.permission)
    }
    try checkPassword(within: rules.passwordWithinS, of: method)
  }

  /// Throws unless the caller has shown their password recently. The credential alone is not
  /// enough, because a thief of the credential can't show the password.
  private func checkPassword(within seconds: UInt32, of method: String) throws(Status) {
    guard seconds > 0, ![.operator, .host, .plugin].contains(principal.kind) else { return }
    guard principal.kind == .user else { throw .passwordImpossible(method) }
    guard let passwordAge, passwordAge < Int64(seconds) else {
      throw .passwordRequired(method, within: seconds)
    }
  }

  private func allows(_ permission: String) -> Bool {
    switch extent {
    case .everything: true
    case .permissions(let held): permission == Self.everybodys || held.contains(permission)
    }
  }
}
